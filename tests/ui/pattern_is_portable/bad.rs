use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[validate(length(max = 9), pattern = "^[a-z]+$")]
    a: String,
    #[validate(length(max = 9), pattern = "(?i)abc")]
    b: String,
    #[validate(length(max = 9), pattern = "\\p{L}+")]
    c: String,
    #[validate(pattern = "[a-z]{300}")]
    d: String,
    #[validate(length(max = 9), pattern = "[a-z")]
    e: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
