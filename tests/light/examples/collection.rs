//! Compiles with the feature `firestore` alone.

use backend_models::prelude::*;

/// What somebody wrote.
#[derive(Model, Clone, Debug)]
#[model(collection = "posts")]
#[access(select = anyone, insert = uid == auth.uid(), update = nobody, delete = nobody)]
pub struct Post {
    #[model(id)]
    id: DocId<Post>,
    #[model(immutable)]
    uid: Uid,
    #[validate(length(max = 80))]
    title: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {
    let _ = <Post as Model>::MODEL;
}
