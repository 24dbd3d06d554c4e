use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts", allow(every_model_is_perfect, reason = "it is not"))]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(allow(vector_is_indexd, reason = "searched only by a batch job"))]
    embedding: Vector<384>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
