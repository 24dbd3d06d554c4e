//! From a schema to the catalogue.
//!
//! `model` holds the tables and columns of a schema, `condition` writes access
//! rules in SQL, `name` derives names, and a file beside this one plans each
//! kind of object.

#[cfg(feature = "sqlx")]
mod check_source;
pub(crate) mod condition;
mod enums;
mod foreign_keys;
mod functions;
mod grants;
mod indexes;
pub(crate) mod model;
pub(crate) mod name;
mod owner;
mod planner;
mod platform;
mod policies;
pub(crate) mod roles;
mod schemas;
mod tables;
mod values;

#[cfg(feature = "sqlx")]
pub(crate) use check_source::{CheckSource, source_of_check};
#[cfg(feature = "sqlx")]
pub(crate) use foreign_keys::name as foreign_key_name;

use crate::postgres::catalogue::Catalogue;
use crate::postgres::error::Error;
use crate::postgres::sql::Script;
use crate::postgres::sql::write::Sql;
use crate::postgres::target::Target;
use crate::schema::Schema;

/// Where functions live that no API shows.
pub(crate) const PRIVATE: &str = "private";

impl<'a> Catalogue<'a> {
    /// What a schema needs on a server.
    ///
    /// # Errors
    ///
    /// When the schema contradicts itself, or asks for something that
    /// PostgreSQL cannot do: the first such problem.
    pub fn new(schema: &'a Schema, target: Target) -> Result<Self, Error> {
        planner::plan(schema, target)
    }
}

impl<'a> Script<'a> {
    /// The script for a schema.
    ///
    /// # Errors
    ///
    /// As [`Catalogue::new`].
    pub fn new(schema: &'a Schema, target: Target) -> Result<Self, Error> {
        Catalogue::new(schema, target).map(|catalogue| Self::of(catalogue, target))
    }
}

/// Something as a text of SQL. It was checked before, so writing cannot fail.
pub(crate) fn text(of: &impl Sql) -> String {
    let mut text = String::with_capacity(128);
    let _ = of.sql(&mut text);
    text
}
