//! What a team talks about.

use backend_models::prelude::*;

use super::{Member, Role, Team, TeamMember};

/// Whether more may be said.
#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadState {
    Open,
    Closed,
}

/// A question or an idea, with comments below it.
#[derive(Model, Clone, Debug, PartialEq)]
#[model(collection = "threads", subcollection_of = Team)]
#[model(index(state, created_at desc))]
#[model(index(tags, created_at desc))]
#[access(
    select = exists(TeamMember { team_id, id: auth.uid() }),
    insert = author == auth.uid() && exists(TeamMember { team_id, id: auth.uid() }),
    update = author == auth.uid() || exists(TeamMember { team_id, id: auth.uid(), role: Role::Owner }),
    delete = auth.claim("role") == "moderator",
)]
pub struct Thread {
    #[model(id)]
    pub id: DocId<Thread>,
    #[model(parent)]
    pub team_id: DocId<Team>,
    #[model(immutable)]
    pub author: Uid,
    #[model(copy_of = Member::display_name, via = author, server)]
    #[validate(length(max = 60))]
    pub author_name: Option<String>,
    #[validate(length(min = 1, max = 120))]
    pub title: String,
    pub state: ThreadState,
    #[validate(items(max = 20), each(length(max = 30)))]
    pub tags: Vec<String>,
    #[model(index(flat), server)]
    pub embedding: Option<Vector<8>>,
    /// When Firestore deletes it, if ever.
    #[model(ttl)]
    pub expires_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
