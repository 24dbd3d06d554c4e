use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "events")]
#[access(select = anyone, insert = service, update = service, delete = service)]
#[validate(ends_at > now())]
#[validate(ends_at > start_at)]
#[validate(authenticated || ends_at > starts_at)]
struct Event {
    #[model(id)]
    id: Id<Event>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
