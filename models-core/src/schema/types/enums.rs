//! Closed lists of labels, and the newtype around a value.

use core::mem;

use super::column::{COLUMN, ColumnTypeDef, DefinedIn};
use super::def::{NO_RULES, PLAIN, Support, TypeDef, ValueClass};
use super::document::{
    DOCUMENT, DocumentForm, DocumentReader, DocumentTypeDef, RulesTest, TypeScriptComparison,
    TypeScriptDef,
};
use super::texts::{TEXT_COLUMN, TEXT_RULES};
use crate::schema::{Comparability, List, Text};

/// A closed list of labels.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct EnumType {
    /// Its name in a database that has named enums (`post_status`).
    pub name: Text,
    /// The stored labels, in the order of the variants.
    pub labels: List<Text>,
    /// Stored as the engine's own enum type instead of checked text.
    pub native: bool,
    /// Its name in Rust; empty when it was not declared there.
    #[cfg_attr(feature = "serde", serde(default))]
    pub rust_name: Text,
    /// Its doc comment; empty when there is none.
    #[cfg_attr(feature = "serde", serde(default))]
    pub doc: Text,
    /// What else is known of each variant, in the order of the labels; empty
    /// when the enum was not declared in Rust.
    #[cfg_attr(feature = "serde", serde(default))]
    pub variants: List<Variant>,
    /// The earlier name of the engine's own type, for a migration that keeps its
    /// data.
    pub renamed_from: Option<Text>,
}

/// A variant of an enum, besides its label.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Variant {
    /// Its name in Rust, without `r#`.
    pub name: Text,
    /// Its doc comment; empty when there is none.
    #[cfg_attr(feature = "serde", serde(default))]
    pub doc: Text,
    /// The earlier label, for a migration that keeps its data.
    pub renamed_from: Option<Text>,
}

impl Variant {
    /// A variant that always had its label.
    #[must_use]
    pub const fn new(name: &'static str, doc: &'static str) -> Self {
        Self { name: Text::Borrowed(name), doc: Text::Borrowed(doc), renamed_from: None }
    }

    /// The earlier label.
    #[must_use]
    pub const fn renamed_from(mut self, label: &'static str) -> Self {
        mem::forget(self.renamed_from.replace(Text::Borrowed(label)));
        self
    }
}

/// The newtype around a field's value, or around each of its items.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Newtype {
    /// Its name in Rust, without `r#`.
    pub name: Text,
    /// It is around each item of the list or map, and not around all of it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub of_items: bool,
}

impl Newtype {
    /// The newtype of this name around a whole value.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name: Text::Borrowed(name), of_items: false }
    }

    /// The newtype of the items, for a list or map of them.
    #[must_use]
    pub const fn of_items(mut items: Option<Self>) -> Option<Self> {
        if let Some(newtype) = &mut items {
            newtype.of_items = true;
        }
        items
    }
}

impl EnumType {
    /// Where PostgreSQL keeps native enums, whatever the schemas of the tables:
    /// one place, so that an enum that two tables have is one type.
    pub const SCHEMA: &'static str = "public";

    /// An enum with these labels, of which nothing else is known.
    #[must_use]
    pub const fn new(name: Text, labels: List<Text>, native: bool) -> Self {
        Self {
            name,
            labels,
            native,
            rust_name: Text::Borrowed(""),
            doc: Text::Borrowed(""),
            variants: List::Borrowed(&[]),
            renamed_from: None,
        }
    }

    /// How it is declared in Rust.
    #[must_use]
    pub const fn declared(
        mut self,
        rust_name: &'static str,
        doc: &'static str,
        variants: &'static [Variant],
    ) -> Self {
        mem::forget(mem::replace(&mut self.rust_name, Text::Borrowed(rust_name)));
        mem::forget(mem::replace(&mut self.doc, Text::Borrowed(doc)));
        mem::forget(mem::replace(&mut self.variants, List::Borrowed(variants)));
        self
    }

    /// The earlier name of the engine's own type.
    #[must_use]
    pub const fn renamed_from(mut self, name: &'static str) -> Self {
        mem::forget(self.renamed_from.replace(Text::Borrowed(name)));
        self
    }
}

/// A label is text, checked against the list.
pub(super) const LABEL: TypeDef = TypeDef {
    class: ValueClass::Label,
    compared: Comparability::Equality,
    rules: TEXT_RULES,
    column: Support::Stored(TEXT_COLUMN),
    document: Support::Stored(DocumentTypeDef {
        form: DocumentForm::Label,
        names_a_document: true,
        ordered: false,
        test: RulesTest::Label,
        typescript: TypeScriptDef {
            compared: TypeScriptComparison::Equality,
            ..TypeScriptDef::new("", DocumentReader::Label)
        },
        ..DOCUMENT
    }),
    ..PLAIN
};

/// A label of the server's own enum type, which is not text to PostgreSQL.
pub(super) const NATIVE: TypeDef = TypeDef {
    rules: NO_RULES,
    column: Support::Stored(ColumnTypeDef {
        defined: DefinedIn::Script,
        leakproof: false,
        ..COLUMN
    }),
    ..LABEL
};
