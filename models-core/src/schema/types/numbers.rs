//! Truth values and numbers.

use super::column::{COLUMN, ColumnTypeDef};
use super::def::{NO_RULES, PLAIN, RangeEnd, RuleKinds, Support, TypeDef, ValueClass};
use super::document::{
    DOCUMENT, DocumentForm, DocumentReader, DocumentTypeDef, RulesTest, TypeScriptComparison,
    TypeScriptDef,
};

pub(super) const BOOL: TypeDef = TypeDef {
    class: ValueClass::Bool,
    rules: RuleKinds { one_of: true, ..NO_RULES },
    column: Support::Stored(ColumnTypeDef { name: "boolean", ..COLUMN }),
    document: Support::Stored(DocumentTypeDef {
        form: DocumentForm::Boolean,
        ordered: false,
        test: RulesTest::Bool,
        typescript: TypeScriptDef {
            zod: Some("z.boolean()"),
            compared: TypeScriptComparison::Equality,
            ..TypeScriptDef::new("boolean", DocumentReader::Boolean)
        },
        ..DOCUMENT
    }),
    edges: &["false", "true"],
    ..PLAIN
};

const WHOLE: RuleKinds =
    RuleKinds { range: RangeEnd::Number, one_of: true, multiple_of: true, ..NO_RULES };

const fn whole(
    column: &'static str,
    test: RulesTest,
    note: &'static str,
    zod: &'static str,
    edges: &'static [&'static str],
) -> TypeDef {
    TypeDef {
        class: ValueClass::Whole,
        rules: WHOLE,
        column: Support::Stored(ColumnTypeDef { name: column, ..COLUMN }),
        document: Support::Stored(DocumentTypeDef {
            form: DocumentForm::Integer,
            test,
            typescript: TypeScriptDef {
                note,
                zod: Some(zod),
                compared: TypeScriptComparison::Order,
                ..TypeScriptDef::new("number", DocumentReader::Integer)
            },
            ..DOCUMENT
        }),
        edges,
        ..PLAIN
    }
}

pub(super) const I16: TypeDef = whole(
    "smallint",
    RulesTest::IntWithin(1 << 15),
    "A whole number.",
    "z.int().gte(-32768).lte(32767)",
    &["-32768", "-1", "0", "1", "32767"],
);

pub(super) const I32: TypeDef = whole(
    "integer",
    RulesTest::IntWithin(1 << 31),
    "A whole number.",
    "z.int().gte(-2147483648).lte(2147483647)",
    &["-2147483648", "-1", "0", "1", "2147483647"],
);

pub(super) const I64: TypeDef = whole(
    "bigint",
    RulesTest::Int,
    "A whole number, which JavaScript holds exactly up to 2^53.",
    // As many as JavaScript tells apart.
    "z.int()",
    &["-9223372036854775808", "0", "9007199254740992", "9007199254740993", "9223372036854775807"],
);

const FLOAT: RuleKinds =
    RuleKinds { range: RangeEnd::Number, one_of: true, finite: true, ..NO_RULES };

const fn float(column: ColumnTypeDef, test: RulesTest, edges: &'static [&'static str]) -> TypeDef {
    TypeDef {
        class: ValueClass::Float,
        rules: FLOAT,
        column: Support::Stored(ColumnTypeDef { nan: true, ..column }),
        document: Support::Stored(DocumentTypeDef {
            form: DocumentForm::Double,
            // In a list, 1 is not 1.0.
            equals: false,
            test,
            typescript: TypeScriptDef {
                compared: TypeScriptComparison::Order,
                ..TypeScriptDef::new("number", DocumentReader::Number)
            },
            ..DOCUMENT
        }),
        edges,
        ..PLAIN
    }
}

pub(super) const F32: TypeDef = float(
    ColumnTypeDef { name: "real", widened: "::double precision", ..COLUMN },
    RulesTest::FiniteF32,
    &["-1.5", "-0", "0", "0.5", "3.4028235e38", "1e-45"],
);

pub(super) const F64: TypeDef = float(
    ColumnTypeDef { name: "double precision", ..COLUMN },
    RulesTest::Finite,
    &["-1.5", "-0", "0", "0.1", "1.7976931348623157e308", "5e-324"],
);

pub(super) const DECIMAL: TypeDef = TypeDef {
    class: ValueClass::Decimal,
    rules: RuleKinds { range: RangeEnd::Number, one_of: true, ..NO_RULES },
    column: Support::Stored(ColumnTypeDef {
        name: "numeric",
        nan: true,
        leakproof: false,
        ..COLUMN
    }),
    document: Support::Stored(DocumentTypeDef {
        form: DocumentForm::Decimal,
        equals: false,
        ordered: false,
        test: RulesTest::Decimal,
        typescript: TypeScriptDef {
            note: "A decimal number, as text.",
            zod: Some("z.string()"),
            compared: TypeScriptComparison::Decimals,
            ..TypeScriptDef::new("string", DocumentReader::Text)
        },
        ..DOCUMENT
    }),
    edges: &["0", "1.50", "-1.00"],
    ..PLAIN
};
