//! The comments of a discussion.

use backend_models::prelude::*;

use super::{Member, Team, TeamMember, Thread};

/// A reply, kept under its thread.
#[derive(Model, Clone, Debug, PartialEq)]
#[model(collection = "comments", subcollection_of = Thread, collection_group)]
#[model(index(author, created_at desc))]
#[access(
    select = author == auth.uid() || exists(TeamMember { team_id, id: auth.uid() }),
    insert = author == auth.uid() && exists(TeamMember { team_id, id: auth.uid() }),
    update = author == auth.uid(),
    delete = author == auth.uid(),
)]
pub struct Comment {
    #[model(id)]
    pub id: DocId<Comment>,
    #[model(parent)]
    pub thread_id: DocId<Thread>,
    #[model(parent = Team)]
    pub team_id: DocId<Team>,
    #[model(immutable)]
    pub author: Uid,
    #[model(copy_of = Member::display_name, via = author, server)]
    #[validate(length(max = 60))]
    pub author_name: Option<String>,
    #[validate(length(min = 1, max = 2_000))]
    pub text: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
