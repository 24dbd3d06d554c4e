//! A model whose rules are asked in Rust, and the same rules by hand.

use backend_models::prelude::*;

/// Something that is public once it is active, and its owner's before.
#[derive(Model, Clone, Debug)]
#[model(table = "notes")]
#[access(
    select = active || owner_id == auth.uid(),
    insert = owner_id == auth.uid(),
    update = owner_id == auth.uid(),
    delete = owner_id == auth.uid() || auth.claim("role") == "moderator",
)]
pub struct Note {
    /// The key.
    #[model(id)]
    pub id: Id<Note>,
    /// Whose it is.
    #[model(references = auth::User, on_delete = cascade, immutable)]
    pub owner_id: Id<auth::User>,
    /// Whether others see it.
    pub active: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A note of this user's, not yet public.
#[must_use]
pub fn note(owner_id: Id<auth::User>) -> Note {
    let now = Utc::now();
    Note { id: Id::new(), owner_id, active: false, created_at: now, updated_at: now }
}

/// The rule of `select`, as someone would write it.
#[must_use]
pub fn may_select_by_hand(note: &Note, auth: &Auth) -> bool {
    auth.caller().is_none() || note.active || auth.uid().is_some_and(|uid| uid == note.owner_id)
}

/// The rule of `delete`, as someone would write it.
#[must_use]
pub fn may_delete_by_hand(note: &Note, auth: &Auth) -> bool {
    auth.caller().is_none()
        || auth.uid().is_some_and(|uid| uid == note.owner_id)
        || auth.claim(&["role"]).is_some_and(|role| *role == "moderator".into())
}
