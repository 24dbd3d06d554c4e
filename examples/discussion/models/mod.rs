//! A discussion kept in Firestore: members, threads in teams, and comments.

#![allow(
    dead_code,
    unused_imports,
    missing_docs,
    unreachable_pub,
    reason = "an example shows models, and reads few of their fields"
)]

mod comment;
mod member;
mod team;
mod thread;

pub use comment::Comment;
pub use member::Member;
pub use team::{Role, Team, TeamMember};
pub use thread::{Thread, ThreadState};

use backend_models::prelude::*;

/// Everything that is kept.
pub static SCHEMA: Schema = backend_models::schema![Member, Team, TeamMember, Thread, Comment];
