//! Policies of row level security.

use std::borrow::Cow;

use super::{Command, Names};

/// A policy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct PolicyDef<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// The command that it is for; `None` for all of them.
    pub command: Option<Command>,
    /// Whether one such policy suffices, instead of being required besides.
    pub permissive: bool,
    /// The roles that it is for.
    pub to: Names<'a>,
    /// The condition in SQL on the row before the command.
    pub using: Option<Cow<'a, str>>,
    /// The condition in SQL on the row after the command.
    pub with_check: Option<Cow<'a, str>>,
}
