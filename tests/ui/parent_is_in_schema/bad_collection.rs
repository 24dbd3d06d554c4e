use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "members")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Member {
    #[model(id)]
    id: Uid,
    #[validate(length(max = 200))]
    name: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

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
    author: Uid,
    #[model(copy_of = Member::name, via = author, server)]
    #[validate(length(max = 200))]
    author_name: Option<String>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

const SCHEMA: Schema = backend_models::schema![Note];

fn main() {
    assert!(!SCHEMA.models.is_empty());
}
