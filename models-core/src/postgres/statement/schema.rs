//! `create schema`, `create extension` and `create type`.

use std::fmt::{self, Write};

use crate::postgres::column::column_type::EXTENSION_SCHEMA;
use crate::postgres::text::quote::{Ident, Quoted};
use crate::postgres::text::sql::{Sql, display, list};
use crate::schema::EnumType;

/// `create schema if not exists ..`
#[derive(Clone, Copy, Debug)]
pub struct CreateSchema<'a> {
    /// Its name.
    pub name: Ident<'a>,
}

impl Sql for CreateSchema<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("create schema if not exists ")?;
        self.name.sql(w)
    }
}

/// `create extension if not exists ..`
#[derive(Clone, Copy, Debug)]
pub struct CreateExtension {
    /// Its name.
    pub name: &'static str,
}

impl Sql for CreateExtension {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("create extension if not exists ")?;
        Ident::new(self.name).sql(w)?;
        w.write_str(" with schema ")?;
        w.write_str(EXTENSION_SCHEMA)
    }
}

/// `create type .. as enum (..)`
#[derive(Clone, Copy, Debug)]
pub struct CreateType<'a> {
    /// Its name and labels.
    pub of: &'a EnumType,
}

impl Sql for CreateType<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("create type ")?;
        w.write_str(EnumType::SCHEMA)?;
        w.write_char('.')?;
        Ident::new(&self.of.name).sql(w)?;
        w.write_str(" as enum (")?;
        list(w, self.of.labels.iter().map(|label| Quoted(label)))?;
        w.write_char(')')
    }
}

display!(CreateSchema<'_>, CreateExtension, CreateType<'_>);
