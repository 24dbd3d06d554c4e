//! The type of a column.

use std::fmt::{self, Write};

use crate::postgres::text::quote::Ident;
use crate::postgres::text::sql::{Sql, number};
use crate::schema::{EnumType, Field, Precision, Type};

/// Where extensions live: not in `public` (advisor 0014), and named with
/// every type, because only Supabase has it on the search path.
pub(crate) const EXTENSION_SCHEMA: &str = "extensions";

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ColumnType<'a> {
    kind: &'a Type,
    precision: Option<Precision>,
}

impl<'a> ColumnType<'a> {
    pub(crate) fn of(field: &'a Field) -> Self {
        Self { kind: &field.kind, precision: field.precision }
    }

    /// Whether there is such a type.
    pub(crate) fn exists(self) -> bool {
        let digits = self.precision.is_none_or(|Precision { precision, scale }| {
            (1..=1000).contains(&precision) && scale <= precision
        });
        digits
            && match self.kind {
                Type::Array(element) => {
                    !matches!(
                        **element,
                        Type::Array(_) | Type::Map(_) | Type::Reference | Type::GeoPoint
                    ) && element.dimensions().is_none()
                }
                Type::Reference | Type::GeoPoint | Type::Map(_) => false,
                kind => kind.dimensions() != Some(0),
            }
    }
}

impl Sql for ColumnType<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self.kind {
            Type::Bool => w.write_str("boolean"),
            Type::I16 => w.write_str("smallint"),
            Type::I32 => w.write_str("integer"),
            Type::I64 => w.write_str("bigint"),
            Type::F32 => w.write_str("real"),
            Type::F64 => w.write_str("double precision"),
            Type::Decimal => numeric(w, self.precision),
            Type::Text
            | Type::Uid
            | Type::DocumentId
            | Type::Enum(EnumType { native: false, .. }) => w.write_str("text"),
            Type::Uuid => w.write_str("uuid"),
            Type::Timestamp => w.write_str("timestamptz"),
            Type::LocalTimestamp => w.write_str("timestamp"),
            Type::Date => w.write_str("date"),
            Type::Time => w.write_str("time"),
            Type::Interval => w.write_str("interval"),
            Type::Json => w.write_str("jsonb"),
            Type::Bytes => w.write_str("bytea"),
            Type::Network => w.write_str("inet"),
            Type::Enum(EnumType { native: true, name, .. }) => {
                w.write_str(EnumType::SCHEMA)?;
                w.write_char('.')?;
                Ident::new(name).sql(w)
            }
            Type::Vector(n) => vector(w, "vector", *n),
            Type::HalfVector(n) => vector(w, "halfvec", *n),
            Type::SparseVector(n) => vector(w, "sparsevec", *n),
            Type::BitVector(n) => {
                w.write_str("bit")?;
                modifier(w, *n)
            }
            Type::Array(element) => {
                Self { kind: element, precision: self.precision }.sql(w)?;
                w.write_str("[]")
            }
            // `exists` said so before.
            Type::Reference | Type::GeoPoint | Type::Map(_) => Err(fmt::Error),
        }
    }
}

fn vector<W: Write + ?Sized>(w: &mut W, name: &str, dimensions: u32) -> fmt::Result {
    w.write_str(EXTENSION_SCHEMA)?;
    w.write_char('.')?;
    w.write_str(name)?;
    modifier(w, dimensions)
}

fn modifier<W: Write + ?Sized>(w: &mut W, n: u32) -> fmt::Result {
    w.write_char('(')?;
    number(w, n)?;
    w.write_char(')')
}

fn numeric<W: Write + ?Sized>(w: &mut W, precision: Option<Precision>) -> fmt::Result {
    w.write_str("numeric")?;
    let Some(Precision { precision, scale }) = precision else { return Ok(()) };
    w.write_char('(')?;
    number(w, precision.into())?;
    w.write_str(", ")?;
    number(w, scale.into())?;
    w.write_char(')')
}
