//! Teams, who belongs to them, and what only they may read.

use ::backend_models::prelude::*;

use super::Profile;

/// Members who work together.
#[derive(Model, Clone, Debug)]
#[model(table = "teams")]
#[access(
    select = owner_id == auth.uid() || exists(Membership { team_id: id, user_id: auth.uid() }),
    insert = owner_id == auth.uid(),
    update = owner_id == auth.uid(),
    delete = owner_id == auth.uid(),
)]
pub struct Team {
    #[model(id)]
    pub id: Id<Team>,
    #[validate(length(max = 60))]
    pub name: String,
    /// Who invites and dismisses members.
    #[model(references = Profile, on_delete = restrict, immutable)]
    pub owner_id: Id<auth::User>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// What a member may do in a team.
#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamRole {
    Reader,
    Writer,
}

/// A member of a team: many to many, each pair once.
#[derive(Model, Clone, Debug)]
#[model(table = "memberships", unique(team_id, user_id))]
#[access(
    select = user_id == auth.uid() || exists(Membership { team_id, user_id: auth.uid() }),
    insert = exists(Team { id: team_id, owner_id: auth.uid() }),
    update = exists(Team { id: team_id, owner_id: auth.uid() }),
    delete = user_id == auth.uid() || exists(Team { id: team_id, owner_id: auth.uid() }),
)]
pub struct Membership {
    #[model(id)]
    pub id: Id<Membership>,
    #[model(references = Team, on_delete = cascade, immutable)]
    pub team_id: Id<Team>,
    #[model(references = Profile, on_delete = cascade, immutable)]
    pub user_id: Id<auth::User>,
    #[model(default = TeamRole::Reader)]
    pub role: TeamRole,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Something that only a team reads, and only its writers write.
#[derive(Model, Clone, Debug)]
#[model(table = "notes")]
#[access(
    select = exists(Membership { team_id, user_id: auth.uid() }),
    insert = author_id == auth.uid()
        && exists(Membership { team_id, user_id: auth.uid(), role: TeamRole::Writer }),
    update = author_id == auth.uid()
        && exists(Membership { team_id, user_id: auth.uid(), role: TeamRole::Writer }),
    delete = author_id == auth.uid(),
)]
pub struct Note {
    #[model(id)]
    pub id: Id<Note>,
    #[model(references = Team, on_delete = cascade, immutable)]
    pub team_id: Id<Team>,
    #[model(references = Profile, on_delete = cascade, immutable)]
    pub author_id: Id<auth::User>,
    #[validate(length(max = 10_000))]
    pub text: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
