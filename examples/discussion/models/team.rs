//! Teams, and who is in them.

use backend_models::prelude::*;

/// What a member may do in a team.
#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Owner,
    Writer,
    Reader,
}

/// Members who discuss among themselves.
#[derive(Model, Clone, Debug, PartialEq)]
#[model(collection = "teams")]
#[access(
    select = exists(TeamMember { team_id: id, id: auth.uid() }),
    insert = service,
    update = exists(TeamMember { team_id: id, id: auth.uid(), role: Role::Owner }),
    delete = nobody,
)]
pub struct Team {
    #[model(id)]
    pub id: DocId<Team>,
    #[validate(length(min = 1, max = 60))]
    pub name: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// That someone is in a team: the document is called after the member.
#[derive(Model, Clone, Debug, PartialEq)]
#[model(collection = "members", subcollection_of = Team)]
#[access(
    select = id == auth.uid() || exists(TeamMember { team_id, id: auth.uid(), role: Role::Owner }),
    insert = exists(TeamMember { team_id, id: auth.uid(), role: Role::Owner }),
    update = exists(TeamMember { team_id, id: auth.uid(), role: Role::Owner }),
    delete = id == auth.uid() || exists(TeamMember { team_id, id: auth.uid(), role: Role::Owner }),
)]
pub struct TeamMember {
    #[model(id)]
    pub id: Uid,
    #[model(parent)]
    pub team_id: DocId<Team>,
    pub role: Role,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
