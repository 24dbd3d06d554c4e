use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[validate(length(min = 5, max = 3))]
    a: String,
    #[validate(length(min = 0), one_of("a"))]
    b: String,
    #[validate(length(max = 5), length(min = 1))]
    c: String,
    #[validate(range(min = 5, below = 5))]
    d: i32,
    #[validate(length(max = 5), contains = "")]
    e: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
