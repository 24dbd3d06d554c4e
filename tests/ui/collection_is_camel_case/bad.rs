use backend_models::prelude::*;

#[derive(Model)]
#[model(collection = "team_members")]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct TeamMember {
    #[model(id)]
    id: DocId<TeamMember>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
