use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "notes", realtime = "the page follows", unique(title))]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    #[model(references = auth::User, on_delete = cascade, column = "by")]
    author_id: Uid,
    #[validate(length(max = 200))]
    title: String,
    #[model(index(hnsw, cosine), server)]
    embedding: Option<Vector<3>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "posts")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(field = "headline")]
    #[validate(length(max = 200))]
    title: String,
    #[model(ttl)]
    expires_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "pages", collection = "pages", unique(title))]
#[access(select = sql("true"), insert = service, update = service, delete = service)]
struct Page {
    #[model(id)]
    id: Id<Page>,
    #[validate(length(max = 200))]
    title: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
