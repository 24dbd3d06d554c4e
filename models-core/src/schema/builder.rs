//! What the derive says about a field, one fact a call, all in constants.
//!
//! A value that is replaced is forgotten instead of dropped, because nothing
//! can be dropped while a constant is evaluated; what is replaced is empty.

use core::mem;

use super::{Default, Field, Key, OnDelete, ParentKey, Precision, Reference, Text};

impl Field {
    /// Its name in Rust and, until another is said, in the table.
    #[must_use]
    pub const fn named(mut self, name: &'static str) -> Self {
        mem::forget(mem::replace(&mut self.name, Text::Borrowed(name)));
        mem::forget(self.column.replace(Text::Borrowed(name)));
        self
    }

    /// Its doc comment.
    #[must_use]
    pub const fn doc(mut self, doc: &'static str) -> Self {
        mem::forget(mem::replace(&mut self.doc, Text::Borrowed(doc)));
        self
    }

    /// Another name in the table.
    #[must_use]
    pub const fn column(mut self, column: &'static str) -> Self {
        mem::forget(self.column.replace(Text::Borrowed(column)));
        self
    }

    /// The earlier name in the table.
    #[must_use]
    pub const fn renamed_from(mut self, column: &'static str) -> Self {
        mem::forget(self.renamed_from.replace(Text::Borrowed(column)));
        self
    }

    /// It identifies a row.
    #[must_use]
    pub const fn key(mut self, key: Key) -> Self {
        self.key = Some(key);
        self
    }

    /// It refers to a parent.
    #[must_use]
    pub const fn references(
        mut self,
        parent: ParentKey,
        on_delete: OnDelete,
        indexed: bool,
    ) -> Self {
        let reference = Reference { parent, on_delete, indexed };
        mem::forget(self.references.replace(reference));
        self
    }

    /// The value of a new row that names none.
    #[must_use]
    pub const fn default(mut self, default: Default) -> Self {
        mem::forget(self.default.replace(default));
        self
    }

    /// Digits of a decimal number.
    #[must_use]
    pub const fn precision(mut self, precision: u16, scale: u16) -> Self {
        self.precision = Some(Precision { precision, scale });
        self
    }

    /// Never changed by clients.
    #[must_use]
    pub const fn immutable(mut self) -> Self {
        self.immutable = true;
        self
    }

    /// Never written by clients.
    #[must_use]
    pub const fn server(mut self) -> Self {
        self.server = true;
        self
    }

    /// Never read by clients.
    #[must_use]
    pub const fn private(mut self) -> Self {
        self.private = true;
        self
    }
}
