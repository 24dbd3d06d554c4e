//! Members of the site.

use ::backend_models::prelude::*;

/// A member of the site.
#[derive(Model, Clone, Debug)]
#[model(table = "profiles")]
#[access(
    select = anyone,
    insert = id == auth.uid(),
    update = id == auth.uid(),
    delete = nobody,
)]
pub struct Profile {
    /// The same as the user's: one to one.
    #[model(id, references = auth::User, on_delete = cascade)]
    pub id: Id<auth::User>,
    /// The name that others see.
    #[model(unique)]
    #[validate(length(max = 30))]
    pub handle: String,
    /// Where notices are sent; nobody else reads it.
    #[model(private)]
    #[validate(length(max = 200))]
    pub contact: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
