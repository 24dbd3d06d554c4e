//! What points to something: ids, references, and places on the earth.

use super::column::{COLUMN, ColumnTypeDef};
use super::def::{PLAIN, Support, TypeDef, ValueClass};
use super::document::{
    DOCUMENT, DocumentForm, DocumentReader, DocumentTypeDef, RulesTest, TypeScriptDef,
};
use super::texts::{TEXT_COLUMN, TEXT_RULES, text_in_typescript};
use crate::schema::{Comparability, Key};

/// A UUID as it is stored.
pub(crate) const UUID_PATTERN: &str =
    "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

pub(super) const UUID: TypeDef = TypeDef {
    class: ValueClass::Uuid,
    identifies: true,
    table_key: true,
    document_key: Some(Key::Given),
    column: Support::Stored(ColumnTypeDef { name: "uuid", ..COLUMN }),
    document: Support::Stored(DocumentTypeDef {
        names_a_document: true,
        test: RulesTest::Matches {
            pattern: UUID_PATTERN,
            sample: "00000000-0000-0000-0000-000000000000",
        },
        typescript: text_in_typescript("A UUID."),
        ..DOCUMENT
    }),
    edges: &["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
    ..PLAIN
};

/// A user's id is a text of the authentication service.
pub(super) const USER_ID: TypeDef = TypeDef {
    class: ValueClass::UserId,
    identifies: true,
    document_key: Some(Key::Given),
    rules: TEXT_RULES,
    column: Support::Stored(TEXT_COLUMN),
    document: Support::Stored(DocumentTypeDef {
        names_a_document: true,
        test: RulesTest::Text,
        typescript: text_in_typescript(""),
        ..DOCUMENT
    }),
    edges: &["ann", "67e55044-10b1-426f-9247-bb680e5fe0c8"],
    ..PLAIN
};

pub(super) const DOCUMENT_ID: TypeDef = TypeDef {
    class: ValueClass::DocumentId,
    identifies: true,
    document_key: Some(Key::Automatic),
    rules: TEXT_RULES,
    column: Support::Stored(TEXT_COLUMN),
    document: Support::Stored(DocumentTypeDef {
        names_a_document: true,
        // What else is not an id, such as `..`, names no document.
        test: RulesTest::Matches { pattern: "[^/]+", sample: "-" },
        typescript: text_in_typescript(""),
        ..DOCUMENT
    }),
    edges: &["t1", "é 😀"],
    ..PLAIN
};

pub(super) const REFERENCE: TypeDef = TypeDef {
    compared: Comparability::Equality,
    identifies: true,
    document: Support::Stored(DocumentTypeDef {
        form: DocumentForm::Reference,
        ordered: false,
        test: RulesTest::Path,
        unseen: Some(["where the reference `", "` leads"]),
        typescript: TypeScriptDef::new("firestore.DocumentReference", DocumentReader::Reference),
        ..DOCUMENT
    }),
    ..PLAIN
};

pub(super) const GEO_POINT: TypeDef = TypeDef {
    compared: Comparability::None,
    document: Support::Stored(DocumentTypeDef {
        form: DocumentForm::GeoPoint,
        equals: false,
        ordered: false,
        test: RulesTest::LatLng,
        typescript: TypeScriptDef::new("firestore.GeoPoint", DocumentReader::GeoPoint),
        ..DOCUMENT
    }),
    ..PLAIN
};
