use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts", index(expires_at, title))]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[validate(length(max = 200))]
    title: String,
    expires_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
