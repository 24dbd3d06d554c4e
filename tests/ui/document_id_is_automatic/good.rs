use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "notes")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "settings")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Settings {
    #[model(id)]
    id: Uid,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "counters")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Counter {
    #[model(id)]
    id: DocId<Note>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "events")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Event {
    #[model(id)]
    id: Id<Event>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
