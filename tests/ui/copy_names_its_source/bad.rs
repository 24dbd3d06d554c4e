use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "members")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Member {
    #[model(id)]
    id: Uid,
    #[validate(length(max = 200))]
    display_name: String,
    age: i32,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "posts")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "notes")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    author: Uid,
    #[validate(length(max = 200))]
    author_name: String,
    #[model(copy_of = Member::display_name, server)]
    #[validate(length(max = 200))]
    editor_name: Option<String>,
    #[model(copy_of = Member::display_name, via = autor, server)]
    #[validate(length(max = 200))]
    maker_name: Option<String>,
    #[model(copy_of = Member::display_name, via = author)]
    #[validate(length(max = 200))]
    shown_name: Option<String>,
    #[model(via = author)]
    #[validate(length(max = 200))]
    other: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(collection = "comments")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Comment {
    #[model(id)]
    id: DocId<Comment>,
    author: Uid,
    #[model(copy_of = Post::id, via = author, server)]
    post_name: Option<Id<Post>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
