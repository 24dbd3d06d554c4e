//! A model and its table.

use std::fmt::{self, Write};

use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::name::derived::LONGEST;
use crate::postgres::sql::keyword::mark;
use crate::postgres::sql::quote::{Ident, is_name};
use crate::postgres::sql::write::{Sql, display};
use crate::schema::{Field, ModelDef, Table};

/// A model that has a table. In SQL, the name of the table with its schema.
#[derive(Clone, Copy, Debug)]
pub struct TableModel<'a> {
    /// The model.
    pub model: &'a ModelDef,
    /// How its table is kept.
    pub table: &'a Table,
    /// Whether its names stand without quotes: almost every statement says
    /// them, and they are looked at once.
    is_plain: bool,
}

/// A field that has a column. In SQL, the name of the column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column<'a> {
    /// The field.
    pub field: &'a Field,
}

impl<'a> TableModel<'a> {
    /// The model with its table; `None` when it has none.
    #[must_use]
    pub fn new(model: &'a ModelDef) -> Option<Self> {
        let table = model.table.as_ref()?;
        Some(Self { model, table, is_plain: is_name(&table.schema) && is_name(&table.name) })
    }

    /// The table's name, without the schema.
    #[must_use]
    pub fn name(self) -> &'a str {
        &self.table.name
    }

    /// The table's schema.
    #[must_use]
    pub fn schema(self) -> &'a str {
        &self.table.schema
    }

    /// Its columns, in order.
    pub fn columns(self) -> impl Iterator<Item = Column<'a>> + Clone {
        self.model.fields.iter().filter_map(Column::new)
    }

    /// The column of the field with this Rust name.
    pub(crate) fn column(self, field: &str) -> Option<Column<'a>> {
        self.model.field(field).and_then(Column::new)
    }

    /// The column of this field, which something refers to.
    pub(crate) fn existing(self, field: &str) -> Result<Column<'a>, Error> {
        self.column(field).ok_or_else(|| self.error(ErrorKind::NoColumn(field.to_owned())))
    }

    /// The columns of these fields, which something refers to.
    pub(crate) fn all<'f>(
        self,
        fields: impl IntoIterator<Item = &'f str>,
    ) -> Result<Box<[Column<'a>]>, Error> {
        fields.into_iter().map(|field| self.existing(field)).collect()
    }

    /// The column that identifies a row.
    pub(crate) fn key(self) -> Result<Column<'a>, Error> {
        let mut keys = self.columns().filter(|column| column.field.key.is_some());
        match (keys.next(), keys.next()) {
            (Some(key), None) => Ok(key),
            (None, _) => Err(self.error(ErrorKind::NoKey)),
            (Some(_), Some(_)) => Err(self.error(ErrorKind::TwoKeys)),
        }
    }

    /// Something is wrong with this model.
    pub(crate) fn error(self, kind: ErrorKind) -> Error {
        Error::new(&self.model.name, kind)
    }

    /// That its names can be names.
    pub(crate) fn check_names(self) -> Result<(), Error> {
        self.check_name(self.schema())?;
        self.check_name(self.name())?;
        // Only names with the same mark can be equal.
        let mut marks = 0;
        for (i, field) in self.model.fields.iter().enumerate() {
            let Some(name) = field.column.as_deref() else { continue };
            self.check_name(name)?;
            let mark = mark(name.as_bytes());
            let may_repeat = marks & mark != 0;
            marks |= mark;
            if matches!(name, "tableoid" | "xmin" | "cmin" | "xmax" | "cmax" | "ctid") {
                return Err(self.error(ErrorKind::SystemColumn(name.to_owned())));
            }
            let before = self.model.fields.get(..i).unwrap_or_default();
            if may_repeat && before.iter().any(|other| other.column.as_deref() == Some(name)) {
                return Err(self.error(ErrorKind::ColumnTwice(name.to_owned())));
            }
        }
        Ok(())
    }

    fn check_name(self, name: &str) -> Result<(), Error> {
        if name.is_empty() || name.len() > LONGEST || name.bytes().any(|byte| byte == 0) {
            return Err(self.error(ErrorKind::Name(name.to_owned())));
        }
        Ok(())
    }

    /// That a text can be kept: PostgreSQL has no zero byte.
    pub(crate) fn check_text(self, text: &str) -> Result<(), Error> {
        if text.contains('\0') {
            return Err(self.error(ErrorKind::ZeroByte(text.to_owned())));
        }
        Ok(())
    }
}

/// The same table, if perhaps in another copy of the description.
impl PartialEq for TableModel<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.table, other.table)
            || (self.name() == other.name() && self.schema() == other.schema())
    }
}

impl<'a> Column<'a> {
    fn new(field: &'a Field) -> Option<Self> {
        field.column.is_some().then_some(Self { field })
    }

    /// The column's name.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.field.column.as_deref().unwrap_or_default()
    }
}

impl Sql for TableModel<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        if self.is_plain {
            w.write_str(self.schema())?;
            w.write_char('.')?;
            return w.write_str(self.name());
        }
        Ident::new(self.schema()).sql(w)?;
        w.write_char('.')?;
        Ident::new(self.name()).sql(w)
    }
}

impl Sql for Column<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        Ident::new(self.name()).sql(w)
    }
}

display!(TableModel<'_>, Column<'_>);
