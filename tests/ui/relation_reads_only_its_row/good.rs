use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "events")]
#[access(select = anyone, insert = service, update = service, delete = service)]
#[validate(ends_at > starts_at, code = "ends_after_start", message = "must end after it starts")]
struct Event {
    #[model(id)]
    id: Id<Event>,
    starts_at: DateTime<Utc>,
    ends_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
