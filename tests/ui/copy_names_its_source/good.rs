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
#[model(collection = "notes")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    author: Uid,
    #[model(copy_of = Member::display_name, via = author, server)]
    #[validate(length(max = 200))]
    author_name: Option<String>,
    #[validate(length(max = 200))]
    title: String,
    #[validate(length(max = 200))]
    title_image: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
