//! A day and a month that there are not.

use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "events")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Event {
    #[model(id)]
    id: Id<Event>,
    #[validate(range(min = "2026-02-30"))]
    day: NaiveDate,
    #[validate(range(max = "2026-13-01T00:00:00Z"))]
    until: DateTime<Utc>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
