use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "bookings", exclude(tags, days))]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Booking {
    #[model(id)]
    id: Id<Booking>,
    #[validate(items(max = 3))]
    tags: Vec<i32>,
    days: Range<NaiveDate>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
