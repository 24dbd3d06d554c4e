use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "bookings", exclude(room, day))]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Booking {
    #[model(id)]
    id: Id<Booking>,
    room: i32,
    day: NaiveDate,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
