//! `create function`: always in the schema `private`, which no API shows,
//! always with a search path of its own (advisor 0011), so that every name in
//! it means what it meant here.
//!
//! The path names `pg_temp`, at the end. One that does not, the empty one
//! above all, finds the caller's temporary types before the server's: whoever
//! makes a `pg_temp.uuid`, a domain whose check calls a function, has that
//! function called as the owner of a helper. `auth.uid()`, which sets no path
//! on Supabase, is under this one too when a helper calls it.

use std::fmt::{self, Write};
use std::sync::Arc;

use crate::postgres::column::column_type::ColumnType;
use crate::postgres::column::table_model::Column;
use crate::postgres::condition::helper::Question;
use crate::postgres::statement::value_check::ValueCheck;
use crate::postgres::text::name::NameOf;
use crate::postgres::text::quote::{Body, Ident};
use crate::postgres::text::sql::{Sql, display};

/// `create or replace function private...`
#[derive(Clone, Debug)]
pub enum CreateFunction<'a> {
    /// `uuidv7()`, for servers that have none.
    Uuid7,
    /// Sets one column to the moment of the change, for a trigger.
    Clock(Clock<'a>),
    /// Answers `exists(..)`, for policies.
    Helper(Arc<str>, Question<'a>),
    /// Looks at the items of a list, for a CHECK.
    Part(PartCheck<'a>),
}

/// A function that says whether all items of a list keep their rules.
#[derive(Clone, Debug)]
pub struct PartCheck<'a> {
    /// Its name, without the schema.
    pub name: Arc<str>,
    /// The column with the list.
    pub column: Column<'a>,
    /// The rules, at least one.
    pub checks: Vec<ValueCheck<'a>>,
}

/// A function that sets one column to the moment of the change: one for all
/// tables that have such a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock<'a> {
    /// The column.
    pub column: &'a str,
    /// Whether the column keeps moments; otherwise it keeps UTC without saying so.
    pub zoned: bool,
}

/// The name of the function that makes a UUID of version 7.
pub(crate) const UUIDV7: &str = "uuidv7";

/// RFC 9562: milliseconds since 1970 in 48 bits, the version in 4, and then,
/// as PostgreSQL 18 does, the fraction of the millisecond in 12, so that one
/// session's keys rise within it; 2 bits of variant and 62 of chance come from
/// a UUID of version 4.
const UUID7: &str = "create or replace function private.uuidv7() returns uuid
    language sql volatile parallel safe
    set search_path = pg_catalog, pg_temp
    as $$
    select encode(overlay(
        uuid_send(gen_random_uuid())
        placing int8send((t.us / 1000) << 16 | 28672 | (t.us % 1000) * 4096 / 1000)
        from 1 for 8), 'hex')::uuid
    from (select floor(extract(epoch from clock_timestamp()) * 1000000)::bigint) as t (us)
$$";

impl CreateFunction<'_> {
    /// Its name, without the schema.
    #[must_use]
    pub fn name(&self) -> Arc<str> {
        match self {
            Self::Uuid7 => UUIDV7.into(),
            Self::Clock(clock) => clock.name().into(),
            Self::Helper(name, _) => name.clone(),
            Self::Part(part) => part.name.clone(),
        }
    }
}

impl Sql for CreateFunction<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self {
            Self::Uuid7 => return w.write_str(UUID7),
            Self::Clock(_) | Self::Helper(..) | Self::Part(_) => {
                w.write_str("create or replace function private.")?;
            }
        }
        Ident::new(&self.name()).sql(w)?;
        let mut body = String::from("\n");
        match self {
            Self::Uuid7 => {}
            Self::Clock(clock) => {
                w.write_str("() returns trigger\n    language plpgsql\n")?;
                clock.body(&mut body)?;
            }
            Self::Helper(_, question) => {
                w.write_str("() returns ")?;
                match question.gives {
                    Some(column) => {
                        w.write_str("setof ")?;
                        ColumnType::of(column.field).sql(w)?;
                    }
                    None => w.write_str("boolean")?,
                }
                w.write_str("\n    language sql stable security definer\n")?;
                helper(&mut body, question)?;
            }
            Self::Part(part) => {
                w.write_str("(items ")?;
                ColumnType::of(part.column.field).sql(w)?;
                w.write_str(") returns boolean\n    language sql immutable parallel safe\n")?;
                part.body(&mut body)?;
            }
        }
        body.push('\n');
        w.write_str("    set search_path = pg_catalog, pg_temp\n    as ")?;
        Body(&body).sql(w)
    }
}

impl<'a> Clock<'a> {
    /// Its name.
    #[must_use]
    pub fn name(self) -> Box<str> {
        self.derived().plain()
    }

    pub(crate) fn derived(self) -> NameOf<'a> {
        NameOf(["set", self.column, if self.zoned { "" } else { "utc" }])
    }

    fn body(&self, body: &mut String) -> fmt::Result {
        body.push_str("begin\n    new.");
        Ident::new(self.column).sql(body)?;
        body.push_str(if self.zoned { " := now();" } else { " := now() at time zone 'utc';" });
        body.push_str("\n    return new;\nend");
        Ok(())
    }
}

impl PartCheck<'_> {
    /// No item, and no list, breaks no rule.
    fn body(&self, body: &mut String) -> fmt::Result {
        body.push_str("    select coalesce(bool_and(");
        for (i, check) in self.checks.iter().enumerate() {
            body.push_str(if i > 0 { " and " } else { "" });
            check.sql(body)?;
        }
        body.push_str("), true) from unnest(items) as item");
        Ok(())
    }
}

fn helper(body: &mut String, question: &Question<'_>) -> fmt::Result {
    match question.gives {
        Some(column) => {
            body.push_str("    select ");
            column.sql(body)?;
            body.push_str(" from ");
        }
        None => body.push_str("    select exists (select from "),
    }
    question.member.sql(body)?;
    if !question.filters.is_empty() {
        body.push_str(" where ");
        question.write_filters(body)?;
    }
    match question.gives {
        // A set with an absent value in it would make its absence unknown.
        Some(column) if column.field.nullable => {
            body.push_str(if question.filters.is_empty() { " where " } else { " and " });
            column.sql(body)?;
            body.push_str(" is not null");
        }
        Some(_) => {}
        None => body.push(')'),
    }
    Ok(())
}

display!(CreateFunction<'_>);
