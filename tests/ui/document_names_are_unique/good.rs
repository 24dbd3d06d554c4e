use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "notes")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    #[model(field = "summary")]
    #[validate(length(max = 200))]
    text: String,
    #[validate(length(max = 200))]
    body: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
