//! The table of users that the authentication service keeps.

use crate::model::Parent;
use crate::schema::{ParentKey, Text};
use crate::types::Id;

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
