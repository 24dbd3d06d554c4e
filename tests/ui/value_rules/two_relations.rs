use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = service, update = service, delete = service)]
#[validate(to_at > from_at, title == "a")]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[validate(length(max = 5))]
    title: String,
    from_at: DateTime<Utc>,
    to_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
