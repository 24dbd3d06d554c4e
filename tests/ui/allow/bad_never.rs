use backend_models::prelude::*;

#[derive(Model)]
#[model(
    table = "posts",
    index(titel),
    allow(every_command_has_policy, reason = "it is only a prototype"),
    allow(index_column_exists, reason = "the column comes later")
)]
#[access(select = anyone)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[validate(length(max = 200))]
    title: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
