use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "teams")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Team {
    #[model(id)]
    id: Id<Team>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(references = Team, on_delete = cascade)]
    team_id: Id<Team>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
