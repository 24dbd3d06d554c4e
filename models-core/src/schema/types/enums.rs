//! Closed lists of labels.

use super::column::{COLUMN, ColumnDef, DefinedIn};
use super::def::{NO_RULES, PLAIN, Support, TypeDef, ValueClass};
use super::document::{
    DOCUMENT, DocumentDef, DocumentForm, DocumentReader, RulesTest, TypeScriptComparison,
    TypeScriptDef,
};
use super::texts::{TEXT_COLUMN, TEXT_RULES};
use crate::schema::{List, Text};

/// A closed list of labels.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EnumType {
    /// Its name in a database that has named enums (`post_status`).
    pub name: Text,
    /// The stored labels, in the order of the variants.
    pub labels: List<Text>,
    /// Stored as the engine's own enum type instead of checked text.
    pub native: bool,
}

impl EnumType {
    /// Where PostgreSQL has native enums, whatever the schemas of the tables:
    /// one place, so that an enum that two tables have is one type.
    pub const SCHEMA: &'static str = "public";
}

/// A label is text, checked against the list.
pub(super) const LABEL: TypeDef = TypeDef {
    class: ValueClass::Label,
    ordered: false,
    rules: TEXT_RULES,
    column: Support::Stored(TEXT_COLUMN),
    document: Support::Stored(DocumentDef {
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
    column: Support::Stored(ColumnDef { defined: DefinedIn::Script, leakproof: false, ..COLUMN }),
    ..LABEL
};
