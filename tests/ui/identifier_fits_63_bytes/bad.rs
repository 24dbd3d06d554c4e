use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    number_of_readers_who_came_back_within_a_week_of_their_first_visit: i64,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
