use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(
    select = authenticated,
    insert = author_id == auth.uid(),
    update = author_id == auth.uid(),
    delete = nobody,
)]
struct Post {
    #[model(id, private)]
    id: Id<Post>,
    #[model(references = auth::User, on_delete = cascade)]
    author_id: Id<auth::User>,
    #[validate(length(max = 200))]
    text: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
