use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts", index(language, embedding, hnsw, cosine))]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[validate(length(max = 200))]
    language: String,
    embedding: Vector<384>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
