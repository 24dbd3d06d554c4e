use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "notes")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    #[validate(length(max = 200))]
    body_text: String,
    #[model(field = "by")]
    author: Uid,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
