//! `exists` asks for rows of a model, and a struct alone is none: one error
//! each, whatever is asked of its fields.

#![allow(dead_code)]

use backend_models::prelude::*;

mod teams {
    pub struct Member {
        pub post_id: i64,
    }
}

#[derive(Model)]
#[model(table = "posts")]
#[access(
    select = exists(teams::Member { post: id, user_id: auth.uid() }),
    insert = exists(teams::Member { post_id: id }) || exists(auth::User { id: author_id }),
    update = nobody,
    delete = nobody,
)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(references = auth::User, on_delete = cascade)]
    author_id: Id<auth::User>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
