//! `revoke` and `grant`.

use std::fmt::{self, Write};
use std::sync::Arc;

use crate::postgres::column::table_model::{Column, TableModel};
use crate::postgres::statement::command::Command;
use crate::postgres::statement::role::Roles;
use crate::postgres::text::quote::Ident;
use crate::postgres::text::sql::{Sql, display, list};
use crate::schema::Field;

/// `revoke all ..`: also what no policy covers (`truncate`), and what the
/// database gives by default.
#[derive(Clone, Debug)]
pub struct Revoke<'a> {
    /// What nobody may use until it is granted.
    pub on: Object<'a>,
}

/// Something that roles may use.
#[derive(Clone, Debug)]
pub enum Object<'a> {
    /// A schema.
    Schema(&'a str),
    /// A function in the schema `private`, by its name there.
    Function(Arc<str>),
    /// A function in the schema `private` that takes a list: there is one of
    /// this name.
    Part(Arc<str>),
    /// A table.
    Table(TableModel<'a>),
}

/// `grant ..`: only what a rule allows, never all.
#[derive(Clone, Debug)]
pub struct Grant<'a> {
    /// What may be done.
    pub privilege: Privilege<'a>,
    /// Who may do it.
    pub to: Roles,
}

/// Something that may be done.
#[derive(Clone, Debug)]
pub enum Privilege<'a> {
    /// `usage on schema ..`
    Usage(&'a str),
    /// `execute on function private...`
    Execute(Arc<str>),
    /// `execute on function private...`, of one that takes a list.
    ExecutePart(Arc<str>),
    /// All four commands on a table: for the service role.
    Everything(TableModel<'a>),
    /// A command on a whole table.
    Table(Command, TableModel<'a>),
    /// A command on those columns of a table that clients may name in it.
    Columns(Command, TableModel<'a>),
}

impl<'a> Privilege<'a> {
    /// What clients need for a command on a table; `None` when there is no
    /// column that they may name in it.
    pub(crate) fn for_clients(command: Command, stored: TableModel<'a>) -> Option<Self> {
        let mut columns = stored.columns();
        match command {
            Command::Select if columns.all(|column| may_name(command, column.field)) => {
                Some(Self::Table(command, stored))
            }
            Command::Select | Command::Insert | Command::Update => columns
                .any(|column| may_name(command, column.field))
                .then_some(Self::Columns(command, stored)),
            Command::Delete => Some(Self::Table(command, stored)),
        }
    }
}

/// Whether clients may name a field in a command.
fn may_name(command: Command, field: &Field) -> bool {
    match command {
        Command::Select => !field.private,
        Command::Insert => field.insertable_by_clients(),
        Command::Update => field.updatable_by_clients(),
        Command::Delete => false,
    }
}

impl Sql for Revoke<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("revoke all on ")?;
        self.on.sql(w)?;
        w.write_str(" from ")?;
        Roles::ALL.sql(w)
    }
}

impl Sql for Object<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self {
            Self::Schema(name) => {
                w.write_str("schema ")?;
                Ident::new(name).sql(w)
            }
            Self::Function(name) => {
                w.write_str("function private.")?;
                Ident::new(name).sql(w)?;
                w.write_str("()")
            }
            Self::Part(name) => {
                w.write_str("function private.")?;
                Ident::new(name).sql(w)
            }
            Self::Table(name) => {
                w.write_str("table ")?;
                name.sql(w)
            }
        }
    }
}

impl Sql for Grant<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("grant ")?;
        self.privilege.sql(w)?;
        w.write_str(" to ")?;
        self.to.sql(w)
    }
}

impl Sql for Privilege<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let on = match self {
            Self::Usage(schema) => {
                w.write_str("usage")?;
                Object::Schema(schema)
            }
            Self::Execute(function) => {
                w.write_str("execute")?;
                Object::Function(function.clone())
            }
            Self::ExecutePart(function) => {
                w.write_str("execute")?;
                Object::Part(function.clone())
            }
            Self::Everything(table) => {
                w.write_str("select, insert, update, delete")?;
                Object::Table(*table)
            }
            Self::Table(command, table) => {
                w.write_str(command.word())?;
                Object::Table(*table)
            }
            Self::Columns(command, stored) => {
                w.write_str(command.word())?;
                w.write_str(" (")?;
                list(w, named(*command, *stored))?;
                w.write_char(')')?;
                Object::Table(*stored)
            }
        };
        w.write_str(" on ")?;
        on.sql(w)
    }
}

fn named(command: Command, stored: TableModel<'_>) -> impl Iterator<Item = Column<'_>> {
    stored.columns().filter(move |column| may_name(command, column.field))
}

display!(Revoke<'_>, Grant<'_>);
