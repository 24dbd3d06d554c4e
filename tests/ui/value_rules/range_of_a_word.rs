//! A word is no end of a range.

use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "events")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Event {
    #[model(id)]
    id: Id<Event>,
    #[validate(range(min = "tomorrow"))]
    day: NaiveDate,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
