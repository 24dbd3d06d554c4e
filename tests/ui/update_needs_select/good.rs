use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(
    select = author_id == auth.uid(),
    insert = author_id == auth.uid(),
    update = author_id == auth.uid(),
    delete = nobody,
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
