//! A script as a file: comments, blank lines, and a transaction.

use std::fmt::{self, Display, Write};
use std::mem;

use super::script::{Part, Script};
use super::target::Platform;
use super::text::sql::{Sql, number};

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

impl Script<'_> {
    /// The whole file: what `Display` writes, only faster.
    #[must_use]
    pub fn to_sql(&self) -> String {
        let mut sql = self.room();
        // Writing to a string never fails.
        let _ = self.sql(&mut sql);
        sql
    }

    /// The file without a transaction and without time-outs, for a tool that
    /// has its own.
    #[must_use]
    pub fn body(&self) -> String {
        let mut sql = self.room();
        let _ = self.write_body(&mut sql);
        sql
    }

    /// Room for what most statements are like, so that little is moved.
    fn room(&self) -> String {
        String::with_capacity(1024 + 160 * self.statements().count())
    }

    fn write_body<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        self.parts.iter().try_for_each(|part| part.sql(w))
    }
}

impl Sql for Script<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
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
        )?;
        self.write_body(w)?;
        w.write_str("\ncommit;\n")
    }
}

impl Sql for Part<'_> {
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
                    table != mem::replace(&mut before, table)
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

impl Display for Script<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_sql())
    }
}
