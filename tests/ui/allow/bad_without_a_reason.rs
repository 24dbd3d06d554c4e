use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "oldPosts", allow(table_is_snake_case))]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct OldPost {
    #[model(id)]
    id: Id<OldPost>,
    #[model(allow(money_is_not_a_float, reason = " "))]
    price: f64,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
