use ::backend_models::prelude::*;

/// A meeting that people can come to.
#[derive(Model, Clone, Debug)]
#[model(table = "meetings", collection = "meetings")]
#[access(
    select = is_public || owner_id == auth.uid(),
    insert = owner_id == auth.uid(),
    update = owner_id == auth.uid(),
    delete = owner_id == auth.uid(),
)]
#[validate(ends_at > starts_at)]
pub struct Meeting {
    #[model(id)]
    pub id: Id<Meeting>,
    #[model(references = auth::User, on_delete = cascade, immutable)]
    pub owner_id: Id<auth::User>,
    #[validate(length(min = 1, max = 80))]
    pub title: String,
    #[validate(pattern = "[a-z0-9-]{3,40}")]
    pub slug: String,
    #[validate(range(min = 1, max = 500))]
    pub seats: i32,
    #[model(default = false)]
    pub is_public: bool,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

pub static SCHEMA: Schema = ::backend_models::schema![Meeting];
