//! From the description to statements: one file for each part of a script.

pub(crate) mod clocks;
pub(crate) mod comments;
pub(crate) mod draft;
pub(crate) mod enums;
pub(crate) mod foreign_keys;
pub(crate) mod functions;
pub(crate) mod indexes;
pub(crate) mod owner;
pub(crate) mod policies;
pub(crate) mod privileges;
pub(crate) mod publications;
pub(crate) mod schemas;
pub(crate) mod tables;
pub(crate) mod values;
