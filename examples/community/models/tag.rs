//! Words that posts are found by.

use ::backend_models::prelude::*;

use super::{Post, Profile};

/// A word that posts are found by.
#[derive(Model, Clone, Debug)]
#[model(table = "tags")]
#[access(select = anyone, insert = service, update = service, delete = service)]
pub struct Tag {
    #[model(id)]
    pub id: Id<Tag>,
    #[model(unique)]
    #[validate(length(max = 40))]
    pub label: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// A tag of a post: many to many, each pair once.
#[derive(Model, Clone, Debug)]
#[model(table = "post_tags", unique(post_id, tag_id))]
#[access(
    select = anyone,
    insert = author_id == auth.uid() && exists(Post { id: post_id, author_id: auth.uid() }),
    update = nobody,
    delete = author_id == auth.uid(),
)]
pub struct PostTag {
    #[model(id)]
    pub id: Id<PostTag>,
    #[model(references = Post, on_delete = cascade, immutable)]
    pub post_id: Id<Post>,
    #[model(references = Tag, on_delete = cascade, immutable)]
    pub tag_id: Id<Tag>,
    /// Who put the tag on the post.
    #[model(references = Profile, on_delete = cascade, immutable)]
    pub author_id: Id<auth::User>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
