//! A day is no moment, and a number no day.

use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "events")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Event {
    #[model(id)]
    id: Id<Event>,
    #[validate(range(min = "2026-02-03"))]
    until: DateTime<Utc>,
    #[validate(range(min = 5))]
    day: NaiveDate,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
