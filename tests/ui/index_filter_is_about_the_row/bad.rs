use models::prelude::*;

#[derive(Model)]
#[model(table = "posts", index(created_at desc, where = published_at < now()))]
#[access(
    select = anyone,
    insert = author_id == auth.uid(),
    update = nobody,
    delete = nobody,
)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(references = auth::User, on_delete = cascade)]
    author_id: Id<auth::User>,
    published_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
