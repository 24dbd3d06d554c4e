//! The type of a column.

use std::borrow::Cow;
use std::fmt::{self, Write};

use crate::postgres::plan::text;
use crate::postgres::sql::quote::Ident;
use crate::postgres::sql::write::{Sql, number};
use crate::schema::{DefinedIn, EnumType, Field, Precision, Type, TypeParameter, ValueClass};

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

    /// Its text, which is copied only where it has a parameter.
    pub(crate) fn text(self) -> Cow<'static, str> {
        match self.kind.parameter() {
            TypeParameter::None if self.precision.is_none() => {
                self.kind.column().map_or_else(Cow::default, |column| Cow::Borrowed(column.name))
            }
            _ => text(&self).into(),
        }
    }

    /// Whether there is such a type.
    pub(crate) fn exists(self) -> bool {
        let digits = self.precision.is_none_or(|Precision { precision, scale }| {
            (1..=1000).contains(&precision) && scale <= precision
        });
        let is_stored = self.kind.column().is_some() && self.kind.dimensions() != Some(0);
        let is_listed = |element: &Type| element.column().is_some_and(|column| column.listed);
        digits && is_stored && self.kind.element().is_none_or(is_listed)
    }
}

impl Sql for ColumnType<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        // `exists` said so before.
        let column = self.kind.column().ok_or(fmt::Error)?;
        match self.kind.parameter() {
            TypeParameter::Elements(element) => {
                Self { kind: element, precision: self.precision }.sql(w)?;
                w.write_str(column.name)
            }
            TypeParameter::Labels(of) if column.defined == DefinedIn::Script => {
                w.write_str(EnumType::SCHEMA)?;
                w.write_char('.')?;
                Ident::new(&of.name).sql(w)
            }
            TypeParameter::Dimensions(n) => {
                if column.defined == DefinedIn::Extension {
                    w.write_str(EXTENSION_SCHEMA)?;
                    w.write_char('.')?;
                }
                w.write_str(column.name)?;
                w.write_char('(')?;
                number(w, n)?;
                w.write_char(')')
            }
            TypeParameter::None | TypeParameter::Labels(_) | TypeParameter::Values(_) => {
                w.write_str(column.name)?;
                match self.precision {
                    Some(precision) if self.kind.class() == ValueClass::Decimal => {
                        digits(w, precision)
                    }
                    Some(_) | None => Ok(()),
                }
            }
        }
    }
}

fn digits<W: Write + ?Sized>(w: &mut W, Precision { precision, scale }: Precision) -> fmt::Result {
    w.write_char('(')?;
    number(w, precision.into())?;
    w.write_str(", ")?;
    number(w, scale.into())?;
    w.write_char(')')
}
