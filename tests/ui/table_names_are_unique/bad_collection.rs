use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "threads")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Thread {
    #[model(id)]
    id: DocId<Thread>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "notes", subcollection_of = Thread)]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "notes", subcollection_of = Thread)]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Memo {
    #[model(id)]
    id: DocId<Memo>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "notes")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Page {
    #[model(id)]
    id: DocId<Page>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

const SCHEMA: Schema = backend_models::schema![Thread, Note, Memo, Page];

fn main() {
    assert!(!SCHEMA.models.is_empty());
}
