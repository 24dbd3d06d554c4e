//! A text has nothing inside that says which values are valid.

use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "notes")]
#[access(select = anyone, insert = service, update = service, delete = service)]
pub struct Note {
    #[model(id)]
    pub id: Id<Note>,
    #[validate(length(max = 9), nested)]
    pub text: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

fn main() {}
