use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    place: GeoPoint,
    #[validate(items(max = 20))]
    sizes: std::collections::BTreeMap<String, i32>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "notes")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    #[model(index(flat), server)]
    bits: Option<BitVector<8>>,
    #[model(index(flat), server)]
    long: Option<Vector<3000>>,
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
    place: GeoPoint,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
