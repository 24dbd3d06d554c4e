//! The `default` of a column.

use std::fmt::{self, Write};

use crate::postgres::sql::write::Sql;
use crate::postgres::target::Version;
use crate::schema::{Default, Field, Key, Literal, Type, TypeParameter, ValueClass};

/// What a new row has in a column that it does not name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ColumnDefault<'a> {
    /// A UUID of version 7, from the server's own function.
    Uuid7,
    /// A UUID of version 7, from the function that the script makes.
    EmulatedUuid7,
    /// A UUID of version 4.
    Uuid4,
    /// The moment of the transaction: this SQL.
    Now(&'static str),
    /// The signed-in user.
    Uid,
    /// A value.
    Value(&'a Literal),
    /// A list without elements: this SQL.
    Empty(&'static str),
    /// SQL, as it stands.
    Sql(&'a str),
}

impl<'a> ColumnDefault<'a> {
    /// The default of a field, said or by convention; an error when it does
    /// not fit the field's type.
    pub(crate) fn of(field: &'a Field, version: Version) -> Result<Option<Self>, Unfit> {
        let kind = &field.kind;
        let Some(default) = &field.default else { return Self::by_convention(field, version) };
        let column = kind.column();
        let default = match default {
            Default::Now => column.and_then(|column| column.now).map(Self::Now),
            Default::Uid => kind.def().table_key.then_some(Self::Uid),
            Default::Empty => column.and_then(|column| column.empty).map(Self::Empty),
            Default::Value(value) => fits(value, kind).then_some(Self::Value(value)),
            Default::Sql(sql) => Some(Self::Sql(sql)),
        };
        default.map(Some).ok_or(Unfit)
    }

    fn by_convention(field: &'a Field, version: Version) -> Result<Option<Self>, Unfit> {
        let default = match field.key {
            Some(Key::V7) if version.has_uuidv7() => Self::Uuid7,
            Some(Key::V7) => Self::EmulatedUuid7,
            Some(Key::V4) => Self::Uuid4,
            None => return Ok(clock(field).map(Self::Now)),
            Some(Key::Given | Key::Automatic) => return Ok(None),
        };
        if field.kind.def().table_key { Ok(Some(default)) } else { Err(Unfit) }
    }
}

/// A default that does not fit the type of its column.
#[derive(Debug)]
pub(crate) struct Unfit;

/// The SQL of the moment, where the field is one of the two that the database
/// sets.
pub(crate) fn clock(field: &Field) -> Option<&'static str> {
    let is_set = field.is_created_at() || field.is_updated_at();
    field.kind.column().filter(|_| is_set).and_then(|column| column.now)
}

/// Whether a literal can be a value of this type. Texts can be of many: of
/// dates, addresses and so on.
fn fits(literal: &Literal, kind: &Type) -> bool {
    let class = kind.class();
    let is_fraction = matches!(class, ValueClass::Float | ValueClass::Decimal);
    let is_number = class == ValueClass::Whole || is_fraction;
    match literal {
        Literal::Bool(_) => class == ValueClass::Bool,
        Literal::Int(_) => is_number,
        Literal::Float(_) => is_fraction,
        Literal::Text(text) => match kind.parameter() {
            TypeParameter::Labels(of) => of.labels.contains(text),
            _ => class != ValueClass::Bool && !is_number,
        },
    }
}

impl Sql for ColumnDefault<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self {
            Self::Uuid7 => w.write_str("pg_catalog.uuidv7()"),
            Self::EmulatedUuid7 => w.write_str("private.uuidv7()"),
            Self::Uuid4 => w.write_str("gen_random_uuid()"),
            Self::Now(sql) | Self::Empty(sql) => w.write_str(sql),
            Self::Uid => w.write_str("auth.uid()"),
            Self::Value(value) => value.sql(w),
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
