//! What members write.

use ::backend_models::prelude::*;

use super::Profile;

/// How far a post has come.
#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostStatus {
    Draft,
    Published,
    Archived,
}

/// Something a member wrote.
#[derive(Model, Clone, Debug)]
#[model(table = "posts", realtime = "the feed page follows new posts")]
#[model(index(author_id, created_at desc))]
#[model(index(created_at desc, where = status == PostStatus::Published))]
#[access(
    select = status == PostStatus::Published || author_id == auth.uid(),
    insert = author_id == auth.uid(),
    update = author_id == auth.uid(),
    delete = author_id == auth.uid() || auth.claim("role") == "moderator",
)]
pub struct Post {
    #[model(id)]
    pub id: Id<Post>,
    #[model(references = Profile, on_delete = cascade, immutable)]
    pub author_id: Id<auth::User>,
    #[validate(length(max = 120))]
    pub title: String,
    #[validate(length(max = 20_000))]
    pub body: String,
    #[model(default = PostStatus::Draft)]
    pub status: PostStatus,
    /// How often it was read; counted by the server.
    #[model(server, default = 0)]
    pub reads: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
