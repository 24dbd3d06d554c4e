//! Every kind of statement.

use std::fmt::{self, Write};

use super::table::TableRef;
use super::write::{Sql, display};
use super::{constraint, function, index, policy, publication, role, schema, table};
use crate::postgres::catalogue::{
    ConstraintDef, EnumDef, ExtensionDef, FunctionDef, Grant, IndexDef, PolicyDef, PublicationDef,
    QualifiedName, RoleDef, SchemaDef, TableColumn, TriggerDef,
};

/// A statement of a script. `Display` writes it without a semicolon.
#[derive(Clone, Copy, Debug)]
pub enum Statement<'c> {
    /// Waits for other scripts that create what is shared:
    /// `create or replace` of one function from two sessions at once fails.
    Lock,
    /// `create role ..`, where it is missing.
    CreateRole(&'c RoleDef<'c>),
    /// `create schema ..`, where it is missing.
    CreateSchema(&'c SchemaDef<'c>),
    /// `create extension ..`, where it is missing.
    CreateExtension(&'c ExtensionDef<'c>),
    /// Puts a schema on the search path of the database.
    AddToSearchPath(&'c str),
    /// `create function ..`
    CreateFunction(&'c FunctionDef<'c>),
    /// `create type .. as enum ..`
    CreateEnum(&'c EnumDef<'c>),
    /// `create table ..`
    CreateTable(TableRef<'c>),
    /// `create table if not exists ..`
    CreateMissingTable(TableRef<'c>),
    /// `alter table .. add constraint .. foreign key ..`
    AddForeignKey(TableRef<'c>, &'c ConstraintDef<'c>),
    /// `create index ..`
    CreateIndex(TableRef<'c>, &'c IndexDef<'c>),
    /// `create trigger ..`
    CreateTrigger(TableRef<'c>, &'c TriggerDef<'c>),
    /// `alter table .. enable row level security`
    EnableRowSecurity(TableRef<'c>),
    /// `alter table .. force row level security`
    ForceRowSecurity(TableRef<'c>),
    /// `create policy ..`
    CreatePolicy(TableRef<'c>, &'c PolicyDef<'c>),
    /// `grant usage on schema ..`
    GrantUsage(&'c SchemaDef<'c>),
    /// `revoke all on table ..`
    RevokeTable(TableRef<'c>),
    /// `grant .. on table ..`
    GrantTable(TableRef<'c>, &'c Grant<'c>),
    /// `revoke all on function ..`
    RevokeFunction(&'c FunctionDef<'c>),
    /// `grant execute on function ..`
    GrantExecute(&'c FunctionDef<'c>),
    /// `create publication ..`, where it is missing.
    CreatePublication(&'c PublicationDef<'c>),
    /// `alter publication .. add table ..`, where it is missing.
    AddToPublication(&'c PublicationDef<'c>, &'c QualifiedName<'c>),
    /// `comment on table ..`
    CommentOnTable(TableRef<'c>, &'c str),
    /// `comment on column ..`
    CommentOnColumn(TableRef<'c>, &'c TableColumn<'c>, &'c str),
}

impl<'c> Statement<'c> {
    /// The table that it is about.
    #[must_use]
    pub const fn table(&self) -> Option<TableRef<'c>> {
        match self {
            Self::Lock
            | Self::CreateRole(_)
            | Self::CreateSchema(_)
            | Self::CreateExtension(_)
            | Self::AddToSearchPath(_)
            | Self::CreateFunction(_)
            | Self::CreateEnum(_)
            | Self::GrantUsage(_)
            | Self::RevokeFunction(_)
            | Self::GrantExecute(_)
            | Self::CreatePublication(_)
            | Self::AddToPublication(..) => None,
            Self::CreateTable(table)
            | Self::CreateMissingTable(table)
            | Self::AddForeignKey(table, _)
            | Self::CreateIndex(table, _)
            | Self::CreateTrigger(table, _)
            | Self::EnableRowSecurity(table)
            | Self::ForceRowSecurity(table)
            | Self::CreatePolicy(table, _)
            | Self::RevokeTable(table)
            | Self::GrantTable(table, _)
            | Self::CommentOnTable(table, _)
            | Self::CommentOnColumn(table, ..) => Some(*table),
        }
    }
}

impl Sql for Statement<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match *self {
            Self::Lock => w.write_str(LOCK),
            Self::CreateRole(it) => role::create(w, it),
            Self::CreateSchema(it) => schema::create(w, it),
            Self::CreateExtension(it) => schema::create_extension(w, it),
            Self::AddToSearchPath(it) => schema::add_to_search_path(w, it),
            Self::CreateFunction(it) => function::create(w, it),
            Self::CreateEnum(it) => schema::create_enum(w, it),
            Self::CreateTable(it) => table::create(w, it, false),
            Self::CreateMissingTable(it) => table::create(w, it, true),
            Self::AddForeignKey(table, it) => constraint::add(w, table, it),
            Self::CreateIndex(table, it) => index::create(w, table, it),
            Self::CreateTrigger(table, it) => function::create_trigger(w, table, it),
            Self::EnableRowSecurity(it) => table::enable_row_security(w, it),
            Self::ForceRowSecurity(it) => table::force_row_security(w, it),
            Self::CreatePolicy(table, it) => policy::create(w, table, it),
            Self::GrantUsage(it) => role::grant_usage(w, it),
            Self::RevokeTable(it) => role::revoke_table(w, it),
            Self::GrantTable(table, it) => role::grant(w, table, it),
            Self::RevokeFunction(it) => role::revoke_function(w, it),
            Self::GrantExecute(it) => role::grant_execute(w, it),
            Self::CreatePublication(it) => publication::create(w, it),
            Self::AddToPublication(it, table) => publication::add(w, it, table),
            Self::CommentOnTable(table, text) => table::comment(w, table, text),
            Self::CommentOnColumn(table, it, text) => {
                table::comment_on_column(w, table, &it.name, text)
            }
        }
    }
}

const LOCK: &str =
    "do $$\nbegin\n    perform pg_catalog.pg_advisory_xact_lock(7885631412148597612);\nend\n$$";

display!(Statement<'_>);
