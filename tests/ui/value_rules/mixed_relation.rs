use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = service, update = service, delete = service)]
#[validate(title > count)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[validate(length(max = 5))]
    title: String,
    count: i32,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
