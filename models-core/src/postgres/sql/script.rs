//! A whole script: which statements there are, and in which order.

use std::fmt::{self, Display, Write};
use std::mem;

use super::parts::parts;
use super::statement::Statement;
use super::table::TableRef;
use super::write::{Sql, number};
use crate::postgres::catalogue::Catalogue;
use crate::postgres::target::{Platform, Target};

/// All statements that create what a catalogue describes, in the order in
/// which they work.
///
/// `Display` is a file that can be stored and read: a transaction with
/// time-outs and comments. [`statements`](Self::statements) is for callers
/// that run them in a transaction of their own.
#[derive(Clone, Debug)]
pub struct Script<'a> {
    target: Target,
    catalogue: Catalogue<'a>,
}

/// Statements that belong together.
#[derive(Clone, Debug)]
pub struct ScriptPart<'c> {
    /// What they are for, in a line.
    pub title: &'static str,
    /// The statements, in order.
    pub statements: Vec<Statement<'c>>,
    pub(super) layout: Layout,
}

/// Where a part has blank lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Nowhere.
    Lines,
    /// Between one table's statements and the next.
    ByTable,
    /// Between all statements.
    Apart,
}

impl<'a> Script<'a> {
    /// The script for a catalogue that was made for this target.
    #[must_use]
    pub const fn of(catalogue: Catalogue<'a>, target: Target) -> Self {
        Self { target, catalogue }
    }

    /// What the script creates.
    #[must_use]
    pub const fn catalogue(&self) -> &Catalogue<'a> {
        &self.catalogue
    }

    /// The parts, in order.
    #[must_use]
    pub fn parts(&self) -> Vec<ScriptPart<'_>> {
        parts(&self.catalogue)
    }

    /// The statements, in order, without a transaction around them.
    pub fn statements(&self) -> impl Iterator<Item = Statement<'_>> {
        self.parts().into_iter().flat_map(|part| part.statements)
    }

    /// The whole file: what `Display` writes, only faster.
    #[must_use]
    pub fn to_sql(&self) -> String {
        let parts = self.parts();
        let mut sql = with_capacity(&parts);
        // Writing to a string never fails.
        let _ = self.header(&mut sql);
        let _ = body(&mut sql, &parts);
        sql.push_str("\ncommit;\n");
        sql
    }

    /// The file without a transaction and without time-outs, for a tool that
    /// has its own.
    #[must_use]
    pub fn body(&self) -> String {
        let parts = self.parts();
        let mut sql = with_capacity(&parts);
        let _ = body(&mut sql, &parts);
        sql
    }

    fn header<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("-- Printed by backend-models for ")?;
        w.write_str(match self.target.platform {
            Platform::Supabase => "Supabase",
            Platform::Plain => "PostgreSQL",
        })?;
        w.write_str(", version ")?;
        number(w, self.target.version.number().into())?;
        w.write_str(
            " or later: everything from nothing.\n\
             -- Change the structs and print it again, this file is not the source.\n\n\
             begin;\n\n\
             -- Rather fail than wait for others, or make them wait.\n\
             set local lock_timeout = '5s';\n\
             set local statement_timeout = '60s';\n",
        )
    }
}

impl Display for Script<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_sql())
    }
}

/// Room for what most statements are like, so that little is moved.
fn with_capacity(parts: &[ScriptPart<'_>]) -> String {
    let statements: usize = parts.iter().map(|part| part.statements.len()).sum();
    String::with_capacity(1024 + 160 * statements)
}

fn body<W: Write + ?Sized>(w: &mut W, parts: &[ScriptPart<'_>]) -> fmt::Result {
    parts.iter().try_for_each(|part| part.sql(w))
}

impl Sql for ScriptPart<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("\n-- ")?;
        w.write_str(self.title)?;
        w.write_str("\n\n")?;
        let mut before = None;
        for (i, statement) in self.statements.iter().enumerate() {
            let blank = match self.layout {
                Layout::Lines => false,
                Layout::ByTable => {
                    let table = statement.table();
                    !same(table, mem::replace(&mut before, table))
                }
                Layout::Apart => true,
            };
            if blank && i > 0 {
                w.write_char('\n')?;
            }
            statement.sql(w)?;
            w.write_str(";\n")?;
        }
        Ok(())
    }
}

/// Whether two statements are about the same table, or both about none.
fn same(one: Option<TableRef<'_>>, other: Option<TableRef<'_>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one.get(), other.get()),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}
