//! Whoever has signed up.

use backend_models::prelude::*;

/// A member, by the id under which they sign in.
#[derive(Model, Clone, Debug, PartialEq)]
#[model(collection = "members")]
#[access(
    select = authenticated,
    insert = id == auth.uid(),
    update = id == auth.uid(),
    delete = nobody,
)]
pub struct Member {
    #[model(id)]
    pub id: Uid,
    /// What others see.
    #[validate(length(min = 1, max = 60))]
    pub display_name: String,
    #[validate(length(max = 500))]
    pub bio: Option<String>,
    pub home: Option<GeoPoint>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
