use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "notes")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    author: Uid,
    #[validate(length(max = 200))]
    title: String,
    #[model(ttl)]
    expires_at: DateTime<Utc>,
    #[model(index(flat), server)]
    embedding: Option<Vector<3>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "pages", collection = "pages", unique(title, only = postgres), index(title, include(body), only = postgres))]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Page {
    #[model(id)]
    id: Id<Page>,
    #[model(field = "headline")]
    #[validate(length(max = 200))]
    title: String,
    #[validate(length(max = 200))]
    body: String,
    #[model(index(hnsw, cosine), server)]
    embedding: Option<Vector<3>>,
    #[model(only = firestore)]
    place: Option<GeoPoint>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
