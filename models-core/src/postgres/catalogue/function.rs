//! Functions, and the triggers that call them.

use std::borrow::Cow;

use super::{Command, Names, QualifiedName};

/// A function.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct FunctionDef<'a> {
    /// Its name.
    pub name: QualifiedName<'a>,
    /// Its arguments, in order.
    pub arguments: Vec<ArgumentDef<'a>>,
    /// The type of its result in SQL: `boolean`, `trigger`, `setof uuid`.
    pub returns: Cow<'a, str>,
    /// The language of its body.
    pub language: Cow<'a, str>,
    /// How its result may change.
    pub volatility: Volatility,
    /// Whether it may run in parallel workers.
    pub parallel_safe: bool,
    /// Whether it runs with the rights of its owner.
    pub security_definer: bool,
    /// Settings that hold while it runs.
    pub settings: Vec<SettingDef<'a>>,
    /// Its body.
    pub body: Cow<'a, str>,
    /// The roles that may call it. The owner always may.
    pub execute: Names<'a>,
    /// The table that it reads, where that is known: its body is a text, so a
    /// server does not tell.
    pub reads: Option<QualifiedName<'a>>,
}

/// An argument of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct ArgumentDef<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Its type in SQL.
    pub data_type: Cow<'a, str>,
}

/// A setting that holds while a function runs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct SettingDef<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Its value, as SQL lists it.
    pub value: Cow<'a, str>,
}

/// How the result of a function may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case", deny_unknown_fields)
)]
pub enum Volatility {
    /// Never, for the same arguments.
    Immutable,
    /// Not within a statement.
    Stable,
    /// At any time.
    Volatile,
}

/// A trigger, for each row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct TriggerDef<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// When it runs.
    pub timing: TriggerTiming,
    /// The commands that it follows: `insert`, `update` and `delete`.
    pub events: Cow<'a, [Command]>,
    /// The function that it calls.
    pub function: QualifiedName<'a>,
}

/// When a trigger runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case", deny_unknown_fields)
)]
pub enum TriggerTiming {
    /// Before the row is written.
    Before,
    /// After the row is written.
    After,
}
