//! A model and its table.

use std::fmt::{self, Write};

use crate::postgres::error::{Error, Trouble};
use crate::postgres::text::name::LONGEST;
use crate::postgres::text::quote::Ident;
use crate::postgres::text::sql::{Sql, display};
use crate::schema::{Field, ModelDef, Table};

/// The name of a table or of a function, with its schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TableName<'a> {
    /// The schema.
    pub schema: Ident<'a>,
    /// The name in it.
    pub name: Ident<'a>,
    /// Whether neither needs quotes: a script names every table dozens of times.
    bare: bool,
}

impl<'a> TableName<'a> {
    /// This name in this schema.
    #[must_use]
    pub fn new(schema: &'a str, name: &'a str) -> Self {
        let (schema, name) = (Ident::new(schema), Ident::new(name));
        Self { schema, name, bare: schema.is_bare() && name.is_bare() }
    }
}

impl Sql for TableName<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        if self.bare {
            w.write_str(self.schema.text())?;
            w.write_char('.')?;
            return w.write_str(self.name.text());
        }
        self.schema.sql(w)?;
        w.write_char('.')?;
        self.name.sql(w)
    }
}

/// A model that has a table.
#[derive(Clone, Copy, Debug)]
pub struct Stored<'a> {
    /// The model.
    pub model: &'a ModelDef,
    /// How its table is kept.
    pub table: &'a Table,
    /// The name of its table.
    pub name: TableName<'a>,
}

/// A field that has a column.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// The field.
    pub field: &'a Field,
    /// The column's name.
    pub name: Ident<'a>,
}

impl Sql for Column<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        self.name.sql(w)
    }
}

impl<'a> Stored<'a> {
    /// The model with its table; `None` when it has none.
    #[must_use]
    pub fn new(model: &'a ModelDef) -> Option<Self> {
        let table = model.table.as_ref()?;
        Some(Self { model, table, name: TableName::new(&table.schema, &table.name) })
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
        self.column(field).ok_or_else(|| self.trouble(Trouble::NoColumn(field.to_owned())))
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
            (None, _) => Err(self.trouble(Trouble::NoKey)),
            (Some(_), Some(_)) => Err(self.trouble(Trouble::TwoKeys)),
        }
    }

    /// Something is wrong with this model.
    pub(crate) fn trouble(self, trouble: Trouble) -> Error {
        Error::new(&self.model.name, trouble)
    }

    /// That its names can be names.
    pub(crate) fn check_names(self) -> Result<(), Error> {
        self.check_name(self.name.schema)?;
        self.check_name(self.name.name)?;
        let mut before: Vec<&str> = Vec::with_capacity(self.model.fields.len());
        for column in self.columns() {
            let name = column.name.text();
            self.check_name(column.name)?;
            if matches!(name, "tableoid" | "xmin" | "cmin" | "xmax" | "cmax" | "ctid") {
                return Err(self.trouble(Trouble::SystemColumn(name.to_owned())));
            }
            if before.contains(&name) {
                return Err(self.trouble(Trouble::ColumnTwice(name.to_owned())));
            }
            before.push(name);
        }
        Ok(())
    }

    fn check_name(self, name: Ident<'_>) -> Result<(), Error> {
        let name = name.text();
        if name.is_empty() || name.len() > LONGEST || name.contains('\0') {
            return Err(self.trouble(Trouble::Name(name.to_owned())));
        }
        Ok(())
    }

    /// That a text can be kept: PostgreSQL has no zero byte.
    pub(crate) fn check_text(self, text: &str) -> Result<(), Error> {
        if text.contains('\0') {
            return Err(self.trouble(Trouble::ZeroByte(text.to_owned())));
        }
        Ok(())
    }
}

impl<'a> Column<'a> {
    fn new(field: &'a Field) -> Option<Self> {
        let name = field.column.as_deref()?;
        Some(Self { field, name: Ident::new(name) })
    }
}

display!(TableName<'_>, Column<'_>);
