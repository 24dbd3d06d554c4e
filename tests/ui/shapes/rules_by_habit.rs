//! What people write in `#[access(..)]` that is written otherwise here: one
//! error each.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(
    select = "anyone",
    insert: author_id == auth.uid(),
    update = author_id == user.id;
    delete = Post::title == 'x',
)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(references = auth::User, on_delete = cascade)]
    author_id: Id<auth::User>,
    #[validate(length(max = 200))]
    title: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "notes")]
#[access(
    select = Note::title == "public" || auth.role() == service,
    insert = nobody,
    update = nobody,
    delete = nobody,
)]
struct Note {
    #[model(id)]
    id: Id<Note>,
    #[validate(length(max = 200))]
    title: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "drafts")]
#[access(all = authenticated)]
struct Draft {
    #[model(id)]
    id: Id<Draft>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
