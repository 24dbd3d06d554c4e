//! # `foreign_key_type_matches`
//!
//! A foreign key has the key type of the model that it refers to: the field
//! of `#[model(references = Post)]` is an `Id<Post>`, or an `Option` of it.
//!
//! With typed keys, rustc catches the id of a comment that is used as the id
//! of a post. Where a model's key is another model's (a `Profile` whose `id`
//! is an `Id<auth::User>`), the field has that type.

/// A foreign key of this type may refer to a model whose key is a `K`: every
/// type may refer to itself, and to nothing else.
#[diagnostic::on_unimplemented(
    message = "this foreign key is not of the type of its parent's key\n  why: the id of one thing could be stored as the id of another\n  fix: write `{K}`, or `Option<{K}>`\n  convention: foreign_key_type_matches",
    label = "the key of the parent is `{K}`"
)]
pub trait References<K> {
    /// A constant that names this compiles only where the types match.
    const MATCHES: () = ();
}

#[diagnostic::do_not_recommend]
impl<K> References<K> for K {}
