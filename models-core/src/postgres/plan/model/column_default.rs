//! The `default` of a column.

use std::borrow::Cow;
use std::fmt::{self, Write};

use crate::postgres::plan::text;
use crate::postgres::target::Version;
use crate::schema::{Default, Field, Key, Literal, Type, TypeParameter, ValueClass};

/// What a new row has in a column that it does not name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ColumnDefault<'a> {
    /// This SQL, the same for all columns of a kind.
    Constant(&'static str),
    /// A value.
    Value(&'a Literal),
    /// SQL that someone wrote.
    Sql(&'a str),
}

/// A UUID of version 7, from the server's own function.
const UUID7: &str = "pg_catalog.uuidv7()";
/// A UUID of version 7, from the function that the script makes.
const EMULATED_UUID7: &str = "private.uuidv7()";
/// A UUID of version 4.
const UUID4: &str = "gen_random_uuid()";
/// The signed-in user.
const UID: &str = "auth.uid()";

impl<'a> ColumnDefault<'a> {
    /// The default of a field, said or by convention; an error when it does
    /// not fit the field's type.
    pub(crate) fn of(field: &'a Field, version: Version) -> Result<Option<Self>, Unfit> {
        let kind = &field.kind;
        let Some(default) = &field.default else { return Self::by_convention(field, version) };
        let column = kind.column();
        let default = match default {
            Default::Now => column.and_then(|column| column.now).map(Self::Constant),
            Default::Uid => kind.def().table_key.then_some(Self::Constant(UID)),
            Default::Empty => column.and_then(|column| column.empty).map(Self::Constant),
            Default::Value(value) => fits(value, kind).then_some(Self::Value(value)),
            Default::Sql(sql) => Some(Self::Sql(sql)),
        };
        default.map(Some).ok_or(Unfit)
    }

    /// Its text.
    pub(crate) fn text(self) -> Cow<'static, str> {
        match self {
            Self::Constant(sql) => Cow::Borrowed(sql),
            Self::Value(value) => text(value).into(),
            Self::Sql(sql) => {
                let mut text = String::from("(");
                // Writing to a string never fails.
                let _ = raw(&mut text, sql);
                text.push(')');
                text.into()
            }
        }
    }

    fn by_convention(field: &'a Field, version: Version) -> Result<Option<Self>, Unfit> {
        let default = match field.key {
            Some(Key::V7) if version.has_uuidv7() => UUID7,
            Some(Key::V7) => EMULATED_UUID7,
            Some(Key::V4) => UUID4,
            None => return Ok(clock(field).map(Self::Constant)),
            Some(Key::Given | Key::Automatic) => return Ok(None),
        };
        if field.kind.def().table_key { Ok(Some(Self::Constant(default))) } else { Err(Unfit) }
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

/// SQL that someone wrote. A comment at its end must not reach what follows.
pub(crate) fn raw<W: Write + ?Sized>(w: &mut W, sql: &str) -> fmt::Result {
    w.write_str(sql)?;
    if sql.contains("--") { w.write_char('\n') } else { Ok(()) }
}
