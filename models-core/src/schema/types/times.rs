//! Moments, dates, times of day and lengths of time.

use super::column::{COLUMN, ColumnTypeDef};
use super::def::{NO_RULES, PLAIN, RangeEnd, RuleKinds, Support, TypeDef, ValueClass};
use super::document::{
    DOCUMENT, DocumentForm, DocumentReader, DocumentTypeDef, RulesTest, TypeScriptComparison,
    TypeScriptDef,
};
use super::texts::text_in_typescript;

pub(super) const TIMESTAMP: TypeDef = TypeDef {
    class: ValueClass::Moment,
    rules: RuleKinds { range: RangeEnd::Moment, ..NO_RULES },
    column: Support::Stored(ColumnTypeDef {
        name: "timestamptz",
        now: Some("now()"),
        cast: "::timestamptz",
        ..COLUMN
    }),
    document: Support::Stored(DocumentTypeDef {
        form: DocumentForm::Timestamp,
        test: RulesTest::Timestamp,
        typescript: TypeScriptDef {
            compared: TypeScriptComparison::Moments,
            ..TypeScriptDef::new("firestore.Timestamp", DocumentReader::Timestamp)
        },
        ..DOCUMENT
    }),
    edges: &["2001-02-03T04:05:06.000001Z", "2101-02-03T04:05:06Z"],
    ..PLAIN
};

/// Without a zone in its `now`, the session's would be taken.
pub(super) const LOCAL_TIMESTAMP: TypeDef = TypeDef {
    class: ValueClass::LocalMoment,
    column: Support::Stored(ColumnTypeDef {
        name: "timestamp",
        now: Some("(now() at time zone 'utc')"),
        ..COLUMN
    }),
    document: Support::Refused(
        "Firestore has no value for a time without a zone\n  why: it keeps moments only\n  fix: write `DateTime<Utc>`\n  convention: type_suits_its_engine",
    ),
    edges: &["2001-02-03T04:05:06.000001", "2101-02-03T04:05:06"],
    ..PLAIN
};

/// `2024-02-29`: each month has its days, and leap years are those.
const DATE_PATTERN: &str = concat!(
    "[0-9]{4}-(",
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    "|02-(0[1-9]|1[0-9]|2[0-8]))",
    "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29",
);

/// A document has it as a text, which sorts as the days do.
pub(super) const DATE: TypeDef = TypeDef {
    rules: RuleKinds { range: RangeEnd::Day, ..NO_RULES },
    column: Support::Stored(ColumnTypeDef {
        name: "date",
        now: Some("(now() at time zone 'utc')::date"),
        cast: "::date",
        ..COLUMN
    }),
    document: Support::Stored(DocumentTypeDef {
        test: RulesTest::Matches { pattern: DATE_PATTERN, sample: "2000-01-01" },
        typescript: TypeScriptDef {
            compared: TypeScriptComparison::Order,
            ..text_in_typescript("A date: `2026-01-31`.")
        },
        ..DOCUMENT
    }),
    edges: &["0001-01-01", "2024-02-29", "9999-12-31"],
    ..PLAIN
};

/// `23:59:59`, or with six digits behind the second, not all of them zero.
const TIME_PATTERN: &str = concat!(
    r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.(",
    "[0-9]{5}[1-9]|[0-9]{4}[1-9]0|[0-9]{3}[1-9]00",
    "|[0-9]{2}[1-9]000|[0-9][1-9]0000|[1-9]00000))?",
);

/// A document has it as a text, which sorts as the times of day do.
pub(super) const TIME: TypeDef = TypeDef {
    column: Support::Stored(ColumnTypeDef {
        name: "time",
        now: Some("(now() at time zone 'utc')::time"),
        ..COLUMN
    }),
    document: Support::Stored(DocumentTypeDef {
        test: RulesTest::Matches { pattern: TIME_PATTERN, sample: "00:00:00" },
        typescript: TypeScriptDef {
            compared: TypeScriptComparison::Order,
            ..text_in_typescript("A time of day: `18:30:00`, or `18:30:00.250000`.")
        },
        ..DOCUMENT
    }),
    edges: &["00:00:00", "12:00:00.100000", "23:59:59", "23:59:59.000001"],
    ..PLAIN
};

/// A document has it in microseconds.
pub(super) const INTERVAL: TypeDef = TypeDef {
    column: Support::Stored(ColumnTypeDef { name: "interval", ..COLUMN }),
    document: Support::Stored(DocumentTypeDef {
        form: DocumentForm::Integer,
        test: RulesTest::Int,
        typescript: TypeScriptDef {
            note: "Microseconds.",
            zod: Some("z.int()"),
            compared: TypeScriptComparison::Order,
            ..TypeScriptDef::new("number", DocumentReader::Integer)
        },
        ..DOCUMENT
    }),
    edges: &["-00:00:00.000001", "00:00:00", "00:00:00.000001", "24:00:00"],
    ..PLAIN
};
