use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "bookings", exclude)]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Booking {
    #[model(id)]
    id: Id<Booking>,
    days: Range<NaiveDate>,
    #[model(index)]
    hours: Range<DateTime<Utc>>,
    numbers: Range<i32>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
