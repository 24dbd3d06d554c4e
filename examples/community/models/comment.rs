//! Answers to posts.

use ::backend_models::prelude::*;

use super::{Post, Profile};

/// An answer to a post, or to another answer.
#[derive(Model, Clone, Debug)]
#[model(table = "comments")]
#[access(
    select = authenticated,
    insert = author_id == auth.uid(),
    update = author_id == auth.uid(),
    delete = author_id == auth.uid() || auth.claim("role") == "moderator",
)]
pub struct Comment {
    #[model(id)]
    pub id: Id<Comment>,
    #[model(references = Post, on_delete = cascade, immutable)]
    pub post_id: Id<Post>,
    #[model(references = Profile, on_delete = cascade, immutable)]
    pub author_id: Id<auth::User>,
    /// The answer that this one answers.
    #[model(references = Comment, on_delete = set_null, immutable)]
    pub parent_id: Option<Id<Comment>>,
    #[validate(length(max = 10_000))]
    pub text: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
