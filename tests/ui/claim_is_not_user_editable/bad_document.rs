use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "posts")]
#[access(
    select = authenticated,
    insert = author == auth.uid(),
    update = nobody,
    delete = auth.claim("name") == "Ann" || auth.claim("firebase.tenant") == "staff",
)]
struct Post {
    #[model(id)]
    id: DocId<Post>,
    author: Uid,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
