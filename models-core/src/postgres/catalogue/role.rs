//! Roles.

use std::borrow::Cow;

/// Every role, now and later.
pub const PUBLIC: &str = "public";

/// The owner of what a script makes.
pub const CURRENT_USER: &str = "current_user";

/// Where Supabase has its users, and the functions that tell who calls.
pub const AUTH_SCHEMA: &str = "auth";

/// The roles of callers, as Supabase has them: not signed in, signed in, and
/// the application's own servers.
pub const CLIENT_ROLES: [&str; 3] = ["anon", "authenticated", "service_role"];

/// A role that cannot log in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct RoleDef<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Whether row level security does not hold for it.
    pub bypasses_row_security: bool,
}
