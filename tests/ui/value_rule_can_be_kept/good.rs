use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[validate(length(min = 3, max = 5))]
    a: String,
    #[validate(one_of("a", "b"))]
    b: String,
    #[validate(range(min = 5, max = 5), multiple_of = 5)]
    d: i32,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
