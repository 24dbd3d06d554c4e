//! Ranges of days and of moments: from one, which belongs to it, to another,
//! which does not.

use super::column::{COLUMN, ColumnTypeDef, GistDef};
use super::def::{PLAIN, Support, TypeDef};
use crate::schema::Comparability;

/// PostgreSQL also has ranges that are empty, that have no end, that end at
/// `infinity`, and whose ends belong otherwise: `Range` in Rust has none of them.
macro_rules! domain {
    ($beyond:literal) => {
        concat!(
            "not isempty({}) and not lower_inf({}) and not upper_inf({})",
            " and lower_inc({}) and not upper_inc({})",
            " and isfinite(lower({})) and isfinite(upper({})) and upper({}) < ",
            $beyond,
        )
    };
}

const REFUSED: &str = "Firestore has no value for a range\n  why: rules could not tell whether two documents overlap\n  fix: keep the model in a table, or the two ends in two fields\n  convention: type_suits_its_engine";

const RANGE: ColumnTypeDef = ColumnTypeDef {
    listed: false,
    btree: false,
    hash: false,
    leakproof: false,
    gist: GistDef::Overlap,
    ..COLUMN
};

pub(super) const DATE_RANGE: TypeDef = TypeDef {
    compared: Comparability::None,
    column: Support::Stored(ColumnTypeDef {
        name: "daterange",
        cast: "::daterange",
        domain: domain!("'262143-01-01'::date"),
        ..RANGE
    }),
    document: Support::Refused(REFUSED),
    edges: &["[0001-01-01,0001-01-02)", "[2024-02-29,2024-03-01)", "[2026-01-01,9999-12-31)"],
    ..PLAIN
};

pub(super) const TIMESTAMP_RANGE: TypeDef = TypeDef {
    compared: Comparability::None,
    column: Support::Stored(ColumnTypeDef {
        name: "tstzrange",
        cast: "::tstzrange",
        domain: domain!("'262143-01-01 00:00:00+00'::timestamptz"),
        ..RANGE
    }),
    document: Support::Refused(REFUSED),
    edges: &[
        "[\"2001-02-03 04:05:06+00\",\"2001-02-03 04:05:06.000001+00\")",
        "[\"2026-01-01 00:00:00+00\",\"2101-02-03 04:05:06+00\")",
    ],
    ..PLAIN
};
