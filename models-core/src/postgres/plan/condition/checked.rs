//! A condition that was checked, with all that printing it takes.

use std::fmt::{self, Write};

use crate::postgres::catalogue::Command;
use crate::postgres::error::Error;
use crate::postgres::plan::condition::check::{Check, Place};
use crate::postgres::plan::condition::expression::{Binding, Expression};
use crate::postgres::plan::condition::helper::Link;
use crate::postgres::plan::condition::helpers::Helpers;
use crate::postgres::plan::model::table_model::TableModel;
use crate::postgres::plan::model::tables::Tables;
use crate::postgres::sql::write::{Sql, display};
use crate::schema::Expr;

/// A condition on a row of a table.
#[derive(Clone, Debug)]
pub(crate) struct Condition<'a> {
    expr: &'a Expr,
    /// What has to be true besides.
    also: Option<&'a Expr>,
    stored: TableModel<'a>,
    /// The helpers that it calls.
    pub(crate) helpers: Box<[Link<'a>]>,
}

impl<'a> Condition<'a> {
    /// The condition of an index.
    pub(crate) fn of_index(stored: TableModel<'a>, expr: &'a Expr) -> Result<Self, Error> {
        Check { stored, place: Place::Index }.condition(expr)?;
        Ok(Self { expr, also: None, stored, helpers: Box::default() })
    }

    /// The condition of a policy.
    pub(crate) fn of_policy(
        stored: TableModel<'a>,
        command: Command,
        expr: &'a Expr,
        also: Option<&'a Expr>,
        tables: &Tables<'a>,
        helpers: &mut Helpers<'a>,
    ) -> Result<Self, Error> {
        let place = Place::Policy { command, tables, helpers, links: Vec::new() };
        let mut check = Check { stored, place };
        check.condition(expr)?;
        also.map_or(Ok(()), |also| check.condition(also))?;
        let links = match check.place {
            Place::Policy { links, .. } => links.into(),
            Place::Index => Box::default(),
        };
        Ok(Self { expr, also, stored, helpers: links })
    }

    fn write<W: Write + ?Sized>(&self, w: &mut W, between: &'static str) -> fmt::Result {
        let Self { expr, also, stored, helpers } = self;
        let place = if also.is_some() { Binding::And } else { Binding::Or };
        let part = |expr| Expression { expr, stored: *stored, helpers, place, between };
        part(expr).sql(w)?;
        let Some(also) = also else { return Ok(()) };
        w.write_str(between)?;
        w.write_str("and ")?;
        part(also).sql(w)
    }
}

impl Sql for Condition<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        self.write(w, " ")
    }
}

/// A condition with a line for each of its parts, indented below a clause.
#[derive(Debug)]
pub(crate) struct Lines<'c, 'a>(pub(crate) &'c Condition<'a>);

impl Sql for Lines<'_, '_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        self.0.write(w, "\n        ")
    }
}

display!(Condition<'_>);
