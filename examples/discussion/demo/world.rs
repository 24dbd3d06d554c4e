//! The documents that something is tried with.

use ::backend_models::prelude::*;
use ::backend_models::types::DocIdError;

use crate::models::{Comment, Member, Role, Team, TeamMember, Thread, ThreadState};

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH
}

pub fn member(id: &str, name: &str) -> Member {
    Member {
        id: Uid::from(id),
        display_name: name.to_owned(),
        bio: None,
        home: None,
        created_at: now(),
        updated_at: now(),
    }
}

pub fn team() -> Result<Team, DocIdError> {
    let id = DocId::parse("editors")?;
    Ok(Team { id, name: "Editors".to_owned(), created_at: now(), updated_at: now() })
}

pub fn team_member(id: &str, role: Role) -> Result<TeamMember, DocIdError> {
    let team_id = DocId::parse("editors")?;
    Ok(TeamMember { id: Uid::from(id), team_id, role, created_at: now(), updated_at: now() })
}

/// A thread in the team.
pub fn thread(id: &str, author: &str) -> Result<Thread, DocIdError> {
    Ok(Thread {
        id: DocId::parse(id)?,
        team_id: DocId::parse("editors")?,
        author: Uid::from(author),
        author_name: None,
        title: "What next?".to_owned(),
        state: ThreadState::Open,
        tags: vec!["plans".to_owned()],
        embedding: None,
        expires_at: None,
        created_at: now(),
        updated_at: now(),
    })
}

/// A comment under a thread of the team.
pub fn comment(id: &str, thread: &str, author: &str) -> Result<Comment, DocIdError> {
    Ok(Comment {
        id: DocId::parse(id)?,
        thread_id: DocId::parse(thread)?,
        team_id: DocId::parse("editors")?,
        author: Uid::from(author),
        author_name: None,
        text: "Let us see.".to_owned(),
        created_at: now(),
        updated_at: now(),
    })
}
