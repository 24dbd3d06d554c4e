//! The table of users of the authentication service.

use crate::model::Parent;
use crate::schema::{ParentKey, Text};
use crate::types::{Id, Uid};

/// A row of `auth.users`: someone who can sign in.
///
/// It is referred to and never printed; on a PostgreSQL without Supabase the
/// prelude makes the table.
#[derive(Clone, Copy, Debug)]
pub struct User;

#[diagnostic::do_not_recommend]
impl Parent for User {
    type Key = Id<Self>;
    const KEY: ParentKey = ParentKey {
        model: Text::Borrowed("auth::User"),
        schema: Text::Borrowed("auth"),
        table: Text::Borrowed("users"),
        column: Text::Borrowed("id"),
        external: true,
    };
}

/// The id of a user in `auth.users` is a UUID.
impl From<Id<User>> for Uid {
    fn from(id: Id<User>) -> Self {
        Self::from(id.to_string())
    }
}
