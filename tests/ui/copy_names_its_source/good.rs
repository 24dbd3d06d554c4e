use models::prelude::*;

#[derive(Model)]
#[model(collection = "members")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Member {
    #[model(id)]
    id: Uid,
    display_name: String,
    age: i32,
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
    #[model(copy_of = Member::display_name, via = author, server)]
    author_name: Option<String>,
    title: String,
    title_image: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
