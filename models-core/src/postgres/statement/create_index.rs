//! `create index`.

use std::fmt::{self, Write};

use crate::postgres::column::table_model::{Column, TableModel};
use crate::postgres::condition::checked::Condition;
use crate::postgres::statement::operator_class::OperatorClass;
use crate::postgres::text::quote::Ident;
use crate::postgres::text::sql::{Sql, display, list, number};
use crate::schema::Method;

/// `create index ..`, `create unique index ..`
#[derive(Clone, Debug)]
pub struct CreateIndex<'a> {
    /// Its name.
    pub name: Box<str>,
    /// The table it is for.
    pub table: TableModel<'a>,
    /// No two rows share what is indexed.
    pub unique: bool,
    /// How it finds rows.
    pub method: Method,
    /// What is indexed, in order.
    pub parts: Box<[Part<'a>]>,
    /// What is stored beside.
    pub include: Box<[Column<'a>]>,
    /// Two absent values count as the same.
    pub nulls_not_distinct: bool,
    /// Only rows for which this is true.
    pub filter: Option<Condition<'a>>,
}

/// A column of an index.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The column.
    pub column: Column<'a>,
    /// From the largest to the smallest.
    pub descending: bool,
    /// What is near, for a vector.
    pub operators: Option<OperatorClass>,
}

impl Sql for CreateIndex<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str(if self.unique { "create unique index " } else { "create index " })?;
        Ident::new(&self.name).sql(w)?;
        w.write_str(" on ")?;
        self.table.sql(w)?;
        w.write_str(match self.method {
            Method::BTree => " (",
            Method::Gin => " using gin (",
            Method::Hnsw { .. } => " using hnsw (",
            Method::IvfFlat { .. } => " using ivfflat (",
            // Refused when the index was planned.
            Method::Flat => return Err(fmt::Error),
        })?;
        list(w, self.parts.iter().copied())?;
        w.write_char(')')?;
        if !self.include.is_empty() {
            w.write_str(" include (")?;
            list(w, self.include.iter().copied())?;
            w.write_char(')')?;
        }
        if self.nulls_not_distinct {
            w.write_str(" nulls not distinct")?;
        }
        self.parameters(w)?;
        if let Some(filter) = &self.filter {
            w.write_str(" where (")?;
            filter.sql(w)?;
            w.write_char(')')?;
        }
        Ok(())
    }
}

impl CreateIndex<'_> {
    fn parameters<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let parameters = match self.method {
            Method::BTree | Method::Gin | Method::Flat => [None, None],
            Method::Hnsw { m, ef_construction, .. } => {
                [m.map(|m| ("m", m)), ef_construction.map(|ef| ("ef_construction", ef))]
            }
            Method::IvfFlat { lists, .. } => [lists.map(|lists| ("lists", lists)), None],
        };
        let mut before = " with (";
        for (name, value) in parameters.into_iter().flatten() {
            w.write_str(before)?;
            w.write_str(name)?;
            w.write_str(" = ")?;
            number(w, value.into())?;
            before = ", ";
        }
        if before == ", " { w.write_char(')') } else { Ok(()) }
    }
}

impl Sql for Part<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        self.column.sql(w)?;
        if let Some(operators) = self.operators {
            w.write_char(' ')?;
            operators.sql(w)?;
        }
        if self.descending { w.write_str(" desc") } else { Ok(()) }
    }
}

display!(CreateIndex<'_>);
