use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(references = auth::User, on_delete = cascade)]
    author: Id<auth::User>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
