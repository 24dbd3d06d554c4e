//! What people write in `#[model(..)]` that is written otherwise here: one
//! error each, under all of what is wrong.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(ModelEnum, Clone, Copy)]
#[model(native = true)]
enum Status {
    #[model(rename = "draft")]
    Draft,
    #[model(label("published"))]
    Published,
}

#[derive(Model)]
#[model(name = "posts", index("title"), index(title DESC), index(title, where status == Status::Draft))]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id = true)]
    id: Id<Post>,
    #[model(references = "Post", on_delete = set null)]
    parent_id: Option<Id<Post>>,
    #[model(references = Post::id, on_delete = OnDelete::Cascade)]
    other_id: Id<Post>,
    #[model(references(auth::User), on_delete: cascade)]
    author_id: Id<auth::User>,
    #[model(unique = true, server(false), "title")]
    #[validate(length(max = 200))]
    title: String,
    #[model(type = "text", nullable, default = None)]
    #[validate(length(max = 200))]
    summary: Option<String>,
    #[model(hnsw, cosine)]
    near: Option<Vector<3>>,
    #[model(index(hnsw, cosin))]
    embedding: Option<Vector<3>>,
    #[model(default = Draft)]
    status: Status,
    #[model(precision = "12,2", allow("money_is_not_a_float", reason = "old"))]
    price: f64,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
