//! Lists and maps. What is in them is in the description of the field.

use super::column::{COLUMN, ColumnTypeDef, GistDef};
use super::def::{NO_RULES, PLAIN, RuleKinds, Support, TypeDef, ValueClass};
use super::document::{
    DOCUMENT, DocumentForm, DocumentReader, DocumentTypeDef, RulesTest, TypeScriptDef,
};
use crate::schema::Comparability;

/// The name of its column is that of its elements, and `[]`. Two lists are
/// equal where their elements are.
pub(super) const ARRAY: TypeDef = TypeDef {
    class: ValueClass::List,
    compared: Comparability::Equality,
    rules: RuleKinds { items: true, ..NO_RULES },
    column: Support::Stored(ColumnTypeDef {
        name: "[]",
        listed: false,
        empty: Some("'{}'"),
        gin: true,
        gist: GistDef::None,
        leakproof: false,
        ..COLUMN
    }),
    document: Support::Stored(DocumentTypeDef {
        form: DocumentForm::List,
        listed: false,
        ordered: false,
        test: RulesTest::List,
        typescript: TypeScriptDef::new("", DocumentReader::List),
        ..DOCUMENT
    }),
    ..PLAIN
};

/// In a table, `Json<..>` holds one.
pub(super) const MAP: TypeDef = TypeDef {
    compared: Comparability::None,
    rules: RuleKinds { items: true, ..NO_RULES },
    document: Support::Stored(DocumentTypeDef {
        form: DocumentForm::Map,
        equals: false,
        ordered: false,
        test: RulesTest::Map,
        typescript: TypeScriptDef::new("", DocumentReader::Map),
        ..DOCUMENT
    }),
    ..PLAIN
};
