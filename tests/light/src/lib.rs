//! A table is all that default features can keep.

use backend_models::prelude::*;

/// What somebody wrote.
#[derive(Model, Clone, Debug)]
#[model(table = "posts")]
#[access(select = anyone, insert = uid == auth.uid(), update = nobody, delete = nobody)]
pub struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(immutable)]
    uid: Uid,
    #[validate(length(max = 80))]
    title: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}
