use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "messages")]
#[access(
    select = service,
    insert = anyone,
    update = nobody,
    delete = nobody,
)]
struct Message {
    #[model(id)]
    id: Id<Message>,
    #[validate(length(max = 200))]
    text: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
