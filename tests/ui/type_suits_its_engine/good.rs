use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "notes")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    place: GeoPoint,
    #[validate(items(max = 20))]
    sizes: std::collections::BTreeMap<String, i32>,
    #[model(index(flat), server)]
    embedding: Option<Vector<2048>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "pages", collection = "pages")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Page {
    #[model(id)]
    id: Id<Page>,
    #[model(only = firestore)]
    place: Option<GeoPoint>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
