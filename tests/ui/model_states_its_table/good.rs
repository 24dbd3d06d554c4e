use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "blog_categories")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct BlogCategory {
    #[model(id)]
    id: Id<BlogCategory>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
