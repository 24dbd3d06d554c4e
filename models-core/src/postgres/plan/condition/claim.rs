//! Claims of the caller's token.

use std::fmt::{self, Write};

use crate::postgres::sql::quote::Quoted;
use crate::postgres::sql::write::Sql;
use crate::schema::{Comparand, Text};

/// A claim that only the server can set, by its path, as a value of the type
/// that it is compared with.
///
/// A claim of another JSON type is `NULL`, as Rust's side of a rule has it,
/// and never an error: a token must not make a query fail. The whole thing is
/// one scalar sub-select, so it is worked out once per statement, and
/// `auth.jwt()` stands alone in another inside, where advisor 0003 looks for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Claim<'a> {
    pub(crate) path: &'a [Text],
    pub(crate) read_as: ReadAs,
}

/// How a claim is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadAs {
    /// A JSON string.
    Text,
    /// A JSON string with a UUID in its usual form.
    Uuid,
    /// A JSON number, as `numeric`.
    Number,
    /// A JSON truth value.
    Bool,
    /// Whatever it is, as text: only to see whether it is there.
    Anything,
}

impl ReadAs {
    /// How to read a claim that is held against a value of this kind.
    pub(crate) const fn beside(kind: Comparand<'_>) -> Self {
        match kind {
            Comparand::Bool => Self::Bool,
            Comparand::Whole | Comparand::Float | Comparand::Decimal | Comparand::Number(_) => {
                Self::Number
            }
            Comparand::Uuid | Comparand::Caller => Self::Uuid,
            Comparand::Text
            | Comparand::Role
            | Comparand::Written(_)
            | Comparand::UserId
            | Comparand::DocumentId
            | Comparand::Label(_) => Self::Text,
            Comparand::Moment | Comparand::Other(_) | Comparand::Claim => Self::Anything,
        }
    }

    /// What is asked of the claim before it is read, and how it is read then.
    const fn guarded(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Text => Some(("jsonb_typeof(claim) = 'string'", "claim #>> '{}'")),
            Self::Uuid => Some((
                "jsonb_typeof(claim) = 'string' and claim #>> '{}' ~* \
                 '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'",
                "(claim #>> '{}')::uuid",
            )),
            Self::Number => Some(("jsonb_typeof(claim) = 'number'", "claim::numeric")),
            Self::Bool => Some(("jsonb_typeof(claim) = 'boolean'", "claim::boolean")),
            Self::Anything => None,
        }
    }
}

impl Sql for Claim<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let Some((guard, value)) = self.read_as.guarded() else {
            w.write_char('(')?;
            self.json(w)?;
            // Text has one form of nothing where JSON has two.
            return w.write_str(" #>> '{}')");
        };
        w.write_str("(select case when ")?;
        w.write_str(guard)?;
        w.write_str(" then ")?;
        w.write_str(value)?;
        w.write_str(" end from (select ")?;
        self.json(w)?;
        w.write_str(") as jwt (claim))")
    }
}

impl Claim<'_> {
    fn json<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        // Users write `user_metadata` themselves; only the server writes this.
        w.write_str("(select auth.jwt()) -> 'app_metadata'")?;
        for name in self.path {
            w.write_str(" -> ")?;
            Quoted(name).sql(w)?;
        }
        Ok(())
    }
}
