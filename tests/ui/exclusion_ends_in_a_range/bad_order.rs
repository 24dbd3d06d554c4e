use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "bookings", exclude(days, room))]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Booking {
    #[model(id)]
    id: Id<Booking>,
    room: i32,
    days: Range<NaiveDate>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
