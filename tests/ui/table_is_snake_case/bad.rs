use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "blogPosts")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
