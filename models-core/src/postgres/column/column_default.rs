//! The `default` of a column.

use std::fmt::{self, Write};

use crate::postgres::target::Version;
use crate::postgres::text::sql::Sql;
use crate::schema::{Default, Field, Key, Literal, Type};

/// What a new row has in a column that it does not name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ColumnDefault<'a> {
    /// A UUID of version 7, from the server's own function.
    Uuid7,
    /// A UUID of version 7, from the function that the script makes.
    EmulatedUuid7,
    /// A UUID of version 4.
    Uuid4,
    /// The moment of the transaction, as this type.
    Now(&'a Type),
    /// The signed-in user.
    Uid,
    /// A value.
    Value(&'a Literal),
    /// No elements, as this type.
    Empty(&'a Type),
    /// SQL, as it stands.
    Sql(&'a str),
}

impl<'a> ColumnDefault<'a> {
    /// The default of a field, said or by convention; an error when it does
    /// not fit the field's type.
    pub(crate) fn of(field: &'a Field, version: Version) -> Result<Option<Self>, Unfit> {
        let kind = &field.kind;
        let Some(default) = &field.default else { return Self::by_convention(field, version) };
        let (default, fits) = match default {
            Default::Now => (Self::Now(kind), is_time(kind)),
            Default::Uid => (Self::Uid, *kind == Type::Uuid),
            Default::Empty => (Self::Empty(kind), matches!(kind, Type::Array(_) | Type::Json)),
            Default::Value(value) => (Self::Value(value), fits(value, kind)),
            Default::Sql(sql) => (Self::Sql(sql), true),
        };
        if fits { Ok(Some(default)) } else { Err(Unfit) }
    }

    fn by_convention(field: &'a Field, version: Version) -> Result<Option<Self>, Unfit> {
        let default = match field.key {
            Some(Key::V7) if version.has_uuidv7() => Self::Uuid7,
            Some(Key::V7) => Self::EmulatedUuid7,
            Some(Key::V4) => Self::Uuid4,
            None if is_set_by_the_clock(field) => return Ok(Some(Self::Now(&field.kind))),
            Some(Key::Given | Key::Automatic) | None => return Ok(None),
        };
        if field.kind == Type::Uuid { Ok(Some(default)) } else { Err(Unfit) }
    }
}

/// A default that does not fit the type of its column.
#[derive(Debug)]
pub(crate) struct Unfit;

/// Whether the field is one of the two moments that the database keeps.
pub(crate) fn is_set_by_the_clock(field: &Field) -> bool {
    (field.is_created_at() || field.is_updated_at()) && is_time(&field.kind)
}

fn is_time(kind: &Type) -> bool {
    matches!(kind, Type::Timestamp | Type::LocalTimestamp | Type::Date | Type::Time)
}

/// Whether a literal can be a value of this type. Texts can be of many: of
/// dates, addresses and so on.
fn fits(literal: &Literal, kind: &Type) -> bool {
    match literal {
        Literal::Bool(_) => *kind == Type::Bool,
        Literal::Int(_) => is_whole(kind) || is_fraction(kind),
        Literal::Float(_) => is_fraction(kind),
        Literal::Text(label) => match kind {
            Type::Enum(of) => of.labels.contains(label),
            Type::Bool => false,
            kind => !is_whole(kind) && !is_fraction(kind),
        },
    }
}

fn is_whole(kind: &Type) -> bool {
    matches!(kind, Type::I16 | Type::I32 | Type::I64)
}

fn is_fraction(kind: &Type) -> bool {
    matches!(kind, Type::F32 | Type::F64 | Type::Decimal)
}

impl Sql for ColumnDefault<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self {
            Self::Uuid7 => w.write_str("pg_catalog.uuidv7()"),
            Self::EmulatedUuid7 => w.write_str("private.uuidv7()"),
            Self::Uuid4 => w.write_str("gen_random_uuid()"),
            // Without a zone there, the session's would be taken.
            Self::Now(Type::LocalTimestamp) => w.write_str("(now() at time zone 'utc')"),
            Self::Now(Type::Date) => w.write_str("(now() at time zone 'utc')::date"),
            Self::Now(Type::Time) => w.write_str("(now() at time zone 'utc')::time"),
            Self::Now(_) => w.write_str("now()"),
            Self::Uid => w.write_str("auth.uid()"),
            Self::Value(value) => value.sql(w),
            Self::Empty(Type::Json) => w.write_str("'[]'"),
            Self::Empty(_) => w.write_str("'{}'"),
            Self::Sql(sql) => {
                w.write_char('(')?;
                raw(w, sql)?;
                w.write_char(')')
            }
        }
    }
}

/// SQL that someone wrote. A comment at its end must not reach what follows.
pub(crate) fn raw<W: Write + ?Sized>(w: &mut W, sql: &str) -> fmt::Result {
    w.write_str(sql)?;
    if sql.contains("--") { w.write_char('\n') } else { Ok(()) }
}
