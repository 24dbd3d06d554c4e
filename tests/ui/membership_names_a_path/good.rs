use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "teams")]
#[access(
    select = exists(Member { team_id: id, id: auth.uid() }),
    insert = service,
    update = service,
    delete = service,
)]
struct Team {
    #[model(id)]
    id: DocId<Team>,
    #[validate(length(max = 200))]
    name: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// A member of a team, called after the user.
#[derive(Model)]
#[model(collection = "members", subcollection_of = Team)]
#[access(select = id == auth.uid(), insert = service, update = service, delete = service)]
struct Member {
    #[model(id)]
    id: Uid,
    #[model(parent)]
    team_id: DocId<Team>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
