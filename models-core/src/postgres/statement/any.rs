//! Every kind of statement.

use std::fmt::{self, Write};

use crate::postgres::column::table_model::TableModel;
use crate::postgres::statement::comment::Comment;
use crate::postgres::statement::create_index::CreateIndex;
use crate::postgres::statement::create_policy::CreatePolicy;
use crate::postgres::statement::create_table::CreateTable;
use crate::postgres::statement::foreign_key::AddForeignKey;
use crate::postgres::statement::function::CreateFunction;
use crate::postgres::statement::grant::{Grant, Object, Privilege, Revoke};
use crate::postgres::statement::publication::AlterPublication;
use crate::postgres::statement::row_security::{EnableRowSecurity, ForceRowSecurity};
use crate::postgres::statement::schema::{CreateExtension, CreateSchema, CreateType};
use crate::postgres::statement::trigger::CreateTrigger;
use crate::postgres::text::sql::{Sql, display};

/// A statement of a script. `Display` writes it without a semicolon.
#[derive(Clone, Debug)]
pub enum Statement<'a> {
    /// One that is the same in every script.
    Fixed(&'static str),
    /// `create schema ..`
    CreateSchema(CreateSchema<'a>),
    /// `create extension ..`
    CreateExtension(CreateExtension),
    /// `create function ..`
    CreateFunction(CreateFunction<'a>),
    /// `create type ..`
    CreateType(CreateType<'a>),
    /// `create table ..`
    CreateTable(CreateTable<'a>),
    /// `alter table .. add constraint .. foreign key ..`
    AddForeignKey(AddForeignKey<'a>),
    /// `create index ..`
    CreateIndex(Box<CreateIndex<'a>>),
    /// `create trigger ..`
    CreateTrigger(CreateTrigger<'a>),
    /// `alter table .. enable row level security`
    EnableRowSecurity(EnableRowSecurity<'a>),
    /// `alter table .. force row level security`
    ForceRowSecurity(ForceRowSecurity<'a>),
    /// `create policy ..`
    CreatePolicy(CreatePolicy<'a>),
    /// `revoke ..`
    Revoke(Revoke<'a>),
    /// `grant ..`
    Grant(Grant<'a>),
    /// `alter publication ..`
    AlterPublication(AlterPublication<'a>),
    /// `comment on ..`
    Comment(Comment<'a>),
}

impl<'a> Statement<'a> {
    /// The table that it is about.
    #[must_use]
    pub fn table(&self) -> Option<TableModel<'a>> {
        match self {
            Self::Fixed(_)
            | Self::CreateSchema(_)
            | Self::CreateExtension(_)
            | Self::CreateFunction(_)
            | Self::CreateType(_) => None,
            Self::CreateTable(it) => Some(it.table),
            Self::AddForeignKey(it) => Some(it.table),
            Self::CreateIndex(it) => Some(it.table),
            Self::CreateTrigger(it) => Some(it.table),
            Self::EnableRowSecurity(it) => Some(it.table),
            Self::ForceRowSecurity(it) => Some(it.table),
            Self::CreatePolicy(it) => Some(it.table),
            Self::Revoke(it) => match &it.on {
                Object::Table(table) => Some(*table),
                Object::Schema(_) | Object::Function(_) | Object::Part(_) => None,
            },
            Self::Grant(it) => match &it.privilege {
                Privilege::Everything(table) | Privilege::Table(_, table) => Some(*table),
                Privilege::Columns(_, stored) => Some(*stored),
                Privilege::Usage(_) | Privilege::Execute(_) | Privilege::ExecutePart(_) => None,
            },
            Self::AlterPublication(it) => Some(it.table),
            Self::Comment(it) => Some(it.table),
        }
    }
}

impl Sql for Statement<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self {
            Self::Fixed(sql) => w.write_str(sql),
            Self::CreateSchema(it) => it.sql(w),
            Self::CreateExtension(it) => it.sql(w),
            Self::CreateFunction(it) => it.sql(w),
            Self::CreateType(it) => it.sql(w),
            Self::CreateTable(it) => it.sql(w),
            Self::AddForeignKey(it) => it.sql(w),
            Self::CreateIndex(it) => it.sql(w),
            Self::CreateTrigger(it) => it.sql(w),
            Self::EnableRowSecurity(it) => it.sql(w),
            Self::ForceRowSecurity(it) => it.sql(w),
            Self::CreatePolicy(it) => it.sql(w),
            Self::Revoke(it) => it.sql(w),
            Self::Grant(it) => it.sql(w),
            Self::AlterPublication(it) => it.sql(w),
            Self::Comment(it) => it.sql(w),
        }
    }
}

/// Each statement as a `Statement`.
macro_rules! statements {
    ($($name:ident => $of:ty),+ $(,)?) => {$(
        impl<'a> From<$of> for Statement<'a> {
            fn from(statement: $of) -> Self {
                Self::$name(statement)
            }
        }
    )+};
}

statements! {
    CreateSchema => CreateSchema<'a>,
    CreateExtension => CreateExtension,
    CreateFunction => CreateFunction<'a>,
    CreateType => CreateType<'a>,
    CreateTable => CreateTable<'a>,
    AddForeignKey => AddForeignKey<'a>,
    CreateIndex => Box<CreateIndex<'a>>,
    CreateTrigger => CreateTrigger<'a>,
    EnableRowSecurity => EnableRowSecurity<'a>,
    ForceRowSecurity => ForceRowSecurity<'a>,
    CreatePolicy => CreatePolicy<'a>,
    Revoke => Revoke<'a>,
    Grant => Grant<'a>,
    AlterPublication => AlterPublication<'a>,
    Comment => Comment<'a>,
}

display!(Statement<'_>);
