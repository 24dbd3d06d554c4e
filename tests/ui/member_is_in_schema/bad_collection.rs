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
#[model(collection = "notes")]
#[access(
    select = exists(Member { id: auth.uid() }),
    insert = service,
    update = service,
    delete = service,
)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

const SCHEMA: Schema = backend_models::schema![Note];

fn main() {
    assert!(!SCHEMA.models.is_empty());
}
