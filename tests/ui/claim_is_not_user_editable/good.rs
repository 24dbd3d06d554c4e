use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(
    select = anyone,
    insert = author_id == auth.uid(),
    update = nobody,
    delete = auth.claim("role") == "moderator",
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
