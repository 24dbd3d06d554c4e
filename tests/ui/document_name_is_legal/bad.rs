use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "notes/old")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    #[model(field = "__name__")]
    #[validate(length(max = 200))]
    title: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
