use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[validate(length(max = 120))]
    title: String,
    #[validate(email)]
    author: Option<String>,
    #[validate(items(max = 5), each(length(max = 30)))]
    tags: Vec<String>,
    #[validate(pattern = "[A-Z]{3}")]
    currency: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
