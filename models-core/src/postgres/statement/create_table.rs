//! `create table`: columns, and the constraints that need no other table.

use std::fmt::{self, Write};
use std::sync::Arc;

use crate::postgres::column::column_default::ColumnDefault;
use crate::postgres::column::column_type::ColumnType;
use crate::postgres::column::table_model::{Column, TableModel};
use crate::postgres::condition::Condition;
use crate::postgres::statement::value_check::ValueCheck;
use crate::postgres::target::Version;
use crate::postgres::text::quote::{Ident, Quoted};
use crate::postgres::text::sql::{Sql, display, list};
use crate::schema::{EnumType, ModelRule, Type, ValueRule};

/// `create table ..`
#[derive(Clone, Debug)]
pub struct CreateTable<'a> {
    /// The model it is for: its columns are the table's.
    pub table: TableModel<'a>,
    pub(crate) version: Version,
    /// Its constraints, in the order in which they are printed.
    pub constraints: Vec<Constraint<'a>>,
}

/// A named constraint of a table.
#[derive(Clone, Debug)]
pub struct Constraint<'a> {
    /// Its name.
    pub name: Box<str>,
    /// What it demands.
    pub kind: ConstraintKind<'a>,
}

/// What a constraint demands.
#[derive(Clone, Debug)]
pub enum ConstraintKind<'a> {
    /// `primary key (..)`
    PrimaryKey(Column<'a>),
    /// `unique (..)`
    Unique {
        /// The columns, in the order of the index behind it.
        columns: Box<[Column<'a>]>,
        /// Two absent values count as the same.
        nulls_not_distinct: bool,
    },
    /// `check (.. in (..))`, or the same of each element of a list.
    Labels(Column<'a>, &'a EnumType),
    /// `check (..)` of one value rule.
    Value(Column<'a>, ValueCheck<'a>),
    /// `check (private.name(..))`: the items of a list keep their rules.
    Each {
        /// The column with the list.
        column: Column<'a>,
        /// The function, without the schema.
        function: Arc<str>,
        /// The rule: `each(..)`.
        rule: &'a ValueRule,
    },
    /// `check (..)` of a relation between columns.
    Relation {
        /// What may not be false.
        holds: Condition<'a>,
        /// The rule.
        rule: &'a ModelRule,
    },
}

impl<'a> ConstraintKind<'a> {
    /// That a column holds only labels of its enum, where the type does not
    /// say so by itself.
    pub(crate) fn labels(column: Column<'a>) -> Option<Self> {
        match column.field.kind.labels()? {
            EnumType { native: true, .. } => None,
            of => Some(Self::Labels(column, of)),
        }
    }
}

impl Sql for CreateTable<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("create table ")?;
        self.table.sql(w)?;
        w.write_str(" (\n    ")?;
        for column in self.table.columns() {
            create_column(w, column, self.version)?;
            w.write_str(",\n    ")?;
        }
        for (i, constraint) in self.constraints.iter().enumerate() {
            if i > 0 {
                w.write_str(",\n    ")?;
            }
            constraint.sql(w)?;
        }
        w.write_str("\n)")
    }
}

fn create_column<W: Write + ?Sized>(
    w: &mut W,
    column: Column<'_>,
    version: Version,
) -> fmt::Result {
    column.sql(w)?;
    w.write_char(' ')?;
    ColumnType::of(column.field).sql(w)?;
    if !column.field.nullable {
        w.write_str(" not null")?;
    }
    match ColumnDefault::of(column.field, version) {
        Ok(None) => Ok(()),
        Ok(Some(default)) => {
            w.write_str(" default ")?;
            default.sql(w)
        }
        // It was tried before the statement was made.
        Err(_) => Err(fmt::Error),
    }
}

impl Sql for Constraint<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("constraint ")?;
        Ident::new(&self.name).sql(w)?;
        w.write_char(' ')?;
        self.kind.sql(w)
    }
}

impl Sql for ConstraintKind<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self {
            Self::PrimaryKey(column) => {
                w.write_str("primary key (")?;
                column.sql(w)?;
            }
            Self::Unique { columns, nulls_not_distinct } => {
                w.write_str("unique ")?;
                if *nulls_not_distinct {
                    w.write_str("nulls not distinct ")?;
                }
                w.write_char('(')?;
                list(w, columns.iter().copied())?;
            }
            Self::Labels(column, of) => {
                w.write_str("check (")?;
                column.sql(w)?;
                label_check(w, &column.field.kind, of)?;
            }
            Self::Value(_, check) => {
                w.write_str("check (")?;
                check.sql(w)?;
            }
            Self::Each { column, function, .. } => {
                w.write_str("check (private.")?;
                Ident::new(function).sql(w)?;
                w.write_char('(')?;
                column.sql(w)?;
                w.write_char(')')?;
            }
            Self::Relation { holds, .. } => {
                w.write_str("check (")?;
                holds.sql(w)?;
            }
        }
        w.write_char(')')
    }
}

fn label_check<W: Write + ?Sized>(w: &mut W, kind: &Type, of: &EnumType) -> fmt::Result {
    let list_of = kind.element().is_some();
    w.write_str(if list_of { " <@ array[" } else { " in (" })?;
    list(w, of.labels.iter().map(|label| Quoted(label)))?;
    w.write_str(if list_of { "]::text[]" } else { ")" })
}

display!(CreateTable<'_>, ConstraintKind<'_>);
