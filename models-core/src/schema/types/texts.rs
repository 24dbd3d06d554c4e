//! Texts, bytes, JSON and addresses.

use super::column::{COLUMN, ColumnTypeDef, GistDef};
use super::def::{LengthUnit, NO_RULES, PLAIN, RuleKinds, Support, TypeDef, ValueClass};
use super::document::{
    DOCUMENT, DocumentForm, DocumentReader, DocumentTypeDef, RulesTest, TypeScriptComparison,
    TypeScriptDef,
};
use crate::schema::Comparability;

/// The rules on a text.
pub(super) const TEXT_RULES: RuleKinds =
    RuleKinds { length: LengthUnit::Characters, one_of: true, ..NO_RULES };

/// A text in TypeScript, with a note on its form.
pub(super) const fn text_in_typescript(note: &'static str) -> TypeScriptDef {
    TypeScriptDef {
        note,
        zod: Some("z.string()"),
        compared: TypeScriptComparison::Equality,
        ..TypeScriptDef::new("string", DocumentReader::Text)
    }
}

/// A column of texts.
pub(super) const TEXT_COLUMN: ColumnTypeDef = ColumnTypeDef { name: "text", ..COLUMN };

pub(super) const TEXT: TypeDef = TypeDef {
    class: ValueClass::Text,
    unbounded: true,
    rules: TEXT_RULES,
    column: Support::Stored(TEXT_COLUMN),
    document: Support::Stored(DocumentTypeDef {
        names_a_document: true,
        test: RulesTest::Text,
        typescript: text_in_typescript(""),
        ..DOCUMENT
    }),
    edges: &["", "a", "B", "ä", "\u{ff5e}", "😀", "it's", "Back\\slash", "e\u{301}", "\n"],
    ..PLAIN
};

/// Bytes are ordered one by one on both engines.
pub(super) const BYTES: TypeDef = TypeDef {
    rules: RuleKinds { length: LengthUnit::Bytes, ..NO_RULES },
    column: Support::Stored(ColumnTypeDef { name: "bytea", ..COLUMN }),
    document: Support::Stored(DocumentTypeDef {
        form: DocumentForm::Bytes,
        test: RulesTest::Bytes,
        typescript: TypeScriptDef {
            admin: "Uint8Array",
            ..TypeScriptDef::new("firestore.Bytes", DocumentReader::Bytes)
        },
        ..DOCUMENT
    }),
    edges: &["", "\\x00", "\\x7f80", "\\xff"],
    ..PLAIN
};

/// An equality of whole documents is all that a B-tree would serve; the
/// convention `vector_fits_its_index` refuses one.
pub(super) const JSON: TypeDef = TypeDef {
    class: ValueClass::Json,
    compared: Comparability::Equality,
    column: Support::Stored(ColumnTypeDef {
        name: "jsonb",
        empty: Some("'[]'"),
        gin: true,
        gist: GistDef::None,
        leakproof: false,
        ..COLUMN
    }),
    document: Support::Stored(DocumentTypeDef {
        form: DocumentForm::Any,
        equals: false,
        ordered: false,
        test: RulesTest::Anything,
        unseen: Some(["what is in `", "`"]),
        typescript: TypeScriptDef::new("JsonValue", DocumentReader::Json),
        ..DOCUMENT
    }),
    edges: &["null", "true", "1", "\"x\"", "[1]", "{\"a\": [1]}"],
    ..PLAIN
};

/// `10.0.0.1/24` and, more loosely, `fe80::1/64`.
const NETWORK_PATTERN: &str = concat!(
    r"((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\.){3}",
    "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])",
    "|[0-9a-f]{0,4}:[0-9a-f:.]{1,41}/(12[0-8]|1[01][0-9]|[1-9]?[0-9])",
);

pub(super) const NETWORK: TypeDef = TypeDef {
    compared: Comparability::Equality,
    column: Support::Stored(ColumnTypeDef { name: "inet", ..COLUMN }),
    document: Support::Stored(DocumentTypeDef {
        ordered: false,
        test: RulesTest::Matches { pattern: NETWORK_PATTERN, sample: "0.0.0.0/0" },
        unseen: Some(["whether an address of IPv6 in `", "` is one"]),
        typescript: text_in_typescript(
            "An IP address with the length of its prefix: `10.0.0.0/8`.",
        ),
        ..DOCUMENT
    }),
    edges: &["0.0.0.0/0", "10.1.2.255/32", "fe80::1/64"],
    ..PLAIN
};
