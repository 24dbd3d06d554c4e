//! The models of a community site: what its tables, keys and policies are.

#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "an example shows models, and reads few of their fields"
)]

mod comment;
mod member;
mod passage;
mod post;
mod tag;
mod team;

pub use comment::Comment;
pub use member::Profile;
pub use passage::Passage;
pub use post::{Post, PostStatus};
pub use tag::{PostTag, Tag};
pub use team::{Membership, Note, Team, TeamRole};

use ::backend_models::schema::Schema;

/// All of them.
pub static SCHEMA: Schema = ::backend_models::schema![
    Profile, Team, Membership, Note, Post, Comment, Tag, PostTag, Passage
];
