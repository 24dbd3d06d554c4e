//! The values in a condition.

use std::fmt::{self, Write};

use crate::postgres::plan::condition::claim::{Claim, ReadAs};
use crate::postgres::plan::condition::kind;
use crate::postgres::plan::model::table_model::{Column, TableModel};
use crate::postgres::sql::write::Sql;
use crate::schema::{Comparand, Operand, Operator};

/// An operand, seen from a row of `stored`, beside a value of another kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value<'a> {
    pub(crate) operand: &'a Operand,
    pub(crate) stored: TableModel<'a>,
    /// `None` when it is only asked whether the value is there.
    pub(crate) beside: Option<Comparand<'a>>,
}

impl Sql for Value<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self.operand {
            Operand::Field(field) => {
                let column = self.stored.column(field).ok_or(fmt::Error)?;
                ColumnValue { column, beside: self.beside }.sql(w)
            }
            Operand::Literal(literal) => literal.sql(w),
            // Each alone in a sub-select: so it runs once per statement, and an
            // index on the other side is used.
            Operand::Uid if self.beside.is_some_and(kind::is_text_of_a_caller) => {
                w.write_str("(select auth.jwt() ->> 'sub')")
            }
            Operand::Uid => w.write_str("(select auth.uid())"),
            Operand::Role => w.write_str("(select auth.role())"),
            Operand::Email => w.write_str("(select auth.email())"),
            Operand::Now => w.write_str("(select now())"),
            Operand::Claim(path) => {
                Claim { path, read_as: self.beside.map_or(ReadAs::Anything, ReadAs::beside) }.sql(w)
            }
        }
    }
}

/// A value that is not compared as a narrow float, where that is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Widened<'a> {
    pub(crate) value: Value<'a>,
    pub(crate) wanted: bool,
}

impl Sql for Widened<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let Self { value, wanted } = self;
        value.sql(w)?;
        let Operand::Field(field) = value.operand else { return Ok(()) };
        let column = value.stored.column(field).ok_or(fmt::Error)?;
        match column.field.kind.column() {
            Some(column) if *wanted => w.write_str(column.widened),
            Some(_) | None => Ok(()),
        }
    }
}

/// A column beside a value of some kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ColumnValue<'a> {
    pub(crate) column: Column<'a>,
    pub(crate) beside: Option<Comparand<'a>>,
}

impl Sql for ColumnValue<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        self.column.sql(w)?;
        // No text can be cast to an enum without the risk of an error.
        match (Comparand::of_type(&self.column.field.kind), self.beside) {
            (Comparand::Label(of), Some(Comparand::Claim)) if of.native => w.write_str("::text"),
            _ => Ok(()),
        }
    }
}

/// The operator in SQL. Text is ordered by its bytes, as in Rust, whatever
/// the collation of the database.
pub(crate) fn operator<W: Write + ?Sized>(
    w: &mut W,
    operator: Operator,
    left: Comparand<'_>,
    right: Comparand<'_>,
) -> fmt::Result {
    let (ordered, text) = match operator {
        Operator::Eq => (false, " = "),
        Operator::Ne => (false, " <> "),
        Operator::Lt => (true, " < "),
        Operator::Le => (true, " <= "),
        Operator::Gt => (true, " > "),
        Operator::Ge => (true, " >= "),
    };
    if ordered && (kind::is_collated(left) || kind::is_collated(right)) {
        w.write_str(" collate \"C\"")?;
    }
    w.write_str(text)
}
