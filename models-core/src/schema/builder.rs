//! How the derive builds the description of a field, in a constant.
//!
//! A value that is replaced is forgotten, because a constant cannot drop
//! values. It is empty, so nothing leaks.

use core::mem;

use super::{
    CollectionPath, CopyOf, Default, Field, Key, List, Newtype, Node, OnDelete, ParentKey,
    Precision, Reference, Text, ValueRule,
};

impl Field {
    /// Its name in Rust and, unless another follows, in the table.
    #[must_use]
    pub const fn named(mut self, name: &'static str) -> Self {
        mem::forget(mem::replace(&mut self.name, Text::Borrowed(name)));
        mem::forget(self.column.replace(Text::Borrowed(name)));
        self
    }

    /// The newtype that it has in Rust.
    #[must_use]
    pub const fn newtype(mut self, newtype: Option<Newtype>) -> Self {
        mem::forget(mem::replace(&mut self.newtype, newtype));
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

    /// Not in the table.
    #[must_use]
    pub const fn no_column(mut self) -> Self {
        mem::forget(self.column.take());
        self
    }

    /// Its name in a document.
    #[must_use]
    pub const fn document(mut self, name: &'static str) -> Self {
        mem::forget(self.document.replace(Text::Borrowed(name)));
        self
    }

    /// The id of a document above this one.
    #[must_use]
    pub const fn ancestor(mut self, path: &'static CollectionPath) -> Self {
        mem::forget(self.ancestor.replace(Node::Static(path)));
        self
    }

    /// It repeats a field of another document.
    #[must_use]
    pub const fn copy_of(
        mut self,
        source: &'static CollectionPath,
        field: &'static str,
        via: &'static str,
    ) -> Self {
        let copy = CopyOf {
            source: Node::Static(source),
            field: Text::Borrowed(field),
            via: Text::Borrowed(via),
        };
        mem::forget(self.copy_of.replace(copy));
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

    /// The value of a new row that does not set one.
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

    /// Which values are valid.
    #[must_use]
    pub const fn rules(mut self, rules: &'static [ValueRule]) -> Self {
        mem::forget(mem::replace(&mut self.rules, List::Borrowed(rules)));
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

    /// Not indexed by Firestore.
    #[must_use]
    pub const fn unindexed(mut self) -> Self {
        self.unindexed = true;
        self
    }

    /// The document is deleted after this moment.
    #[must_use]
    pub const fn ttl(mut self) -> Self {
        self.ttl = true;
        self
    }
}
