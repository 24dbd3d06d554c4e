//! # `foreign_key_type_matches`
//!
//! A foreign key has the key type of the model that it refers to: the field
//! of `#[model(references = Post)]` is an `Id<Post>`, or an `Option` of it.
//!
//! With typed keys, rustc catches the id of a comment that is used as the id
//! of a post. Where a model's key is another model's (a `Profile` whose `id`
//! is an `Id<auth::User>`), the field has that type.

use crate::model::{Parent, References};
use crate::types::FieldType;

/// Compiles only where the field has the key type of its parent.
pub const fn foreign_key_type_matches<T, P>()
where
    T: FieldType<Value: References<P>>,
    P: Parent,
{
}
