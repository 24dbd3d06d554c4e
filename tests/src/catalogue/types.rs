//! Types by their names in the catalogue, and native enums.

use std::collections::BTreeMap;

use models_core::postgres::TableModel;
use models_core::schema::{EnumType, Field, Precision, Schema, Type};
use sqlx::Row;

use super::Names;
use crate::database::Database;

/// The type of a field as `format_type` names it.
pub(super) fn name(field: &Field, names: &Names) -> String {
    of(&field.kind, field.precision, names)
}

/// The same of an argument of a function, which keeps no digits.
pub(super) fn bare(field: &Field, names: &Names) -> String {
    of(&field.kind, None, names)
}

fn of(kind: &Type, precision: Option<Precision>, names: &Names) -> String {
    match kind {
        Type::Bool => "boolean".into(),
        Type::I16 => "smallint".into(),
        Type::I32 => "integer".into(),
        Type::I64 => "bigint".into(),
        Type::F32 => "real".into(),
        Type::F64 => "double precision".into(),
        Type::Decimal => match precision {
            Some(Precision { precision, scale }) => format!("numeric({precision},{scale})"),
            None => "numeric".into(),
        },
        Type::Uuid => "uuid".into(),
        Type::Timestamp => "timestamp with time zone".into(),
        Type::LocalTimestamp => "timestamp without time zone".into(),
        Type::Date => "date".into(),
        Type::Time => "time without time zone".into(),
        Type::DateRange => "daterange".to_owned(),
        Type::TimestampRange => "tstzrange".to_owned(),
        Type::Interval => "interval".into(),
        Type::Json => "jsonb".into(),
        Type::Bytes => "bytea".into(),
        Type::Network => "inet".into(),
        Type::Enum(EnumType { native: true, name, .. }) => format!("public.{}", names.quoted(name)),
        Type::Text | Type::Uid | Type::DocumentId | Type::Enum(_) => "text".into(),
        Type::Reference | Type::GeoPoint | Type::Map(_) => panic!("no column holds {kind:?}"),
        Type::Vector(n) => format!("extensions.vector({n})"),
        Type::HalfVector(n) => format!("extensions.halfvec({n})"),
        Type::SparseVector(n) => format!("extensions.sparsevec({n})"),
        Type::BitVector(n) => format!("bit({n})"),
        Type::Array(element) => format!("{}[]", of(element, precision, names)),
    }
}

/// The name of a native enum.
pub(super) fn native(kind: &Type) -> Option<String> {
    match kind {
        Type::Enum(of) => of.native.then(|| of.name.to_string()),
        Type::Array(element) => native(element),
        _ => None,
    }
}

fn enum_of(kind: &Type) -> Option<&EnumType> {
    match kind {
        Type::Enum(of) => Some(of),
        Type::Array(element) => enum_of(element),
        _ => None,
    }
}

/// Tests that each native enum is there once, with its labels in order.
pub(super) async fn assert_described(database: &mut Database, schema: &Schema) {
    let mut described: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for stored in schema.models.iter().filter_map(TableModel::new) {
        for of in stored.columns().filter_map(|column| enum_of(&column.field.kind)) {
            if of.native {
                let labels = of.labels.iter().map(ToString::to_string).collect();
                described.insert(of.name.to_string(), labels);
            }
        }
    }
    let rows = database
        .rows(
            "select t.typname::text, array_agg(e.enumlabel::text order by e.enumsortorder)
             from pg_catalog.pg_type as t
             join pg_catalog.pg_enum as e on e.enumtypid = t.oid
             group by t.oid, t.typname",
        )
        .await;
    let found: BTreeMap<String, Vec<String>> =
        rows.iter().map(|row| (row.get(0), row.get(1))).collect();
    assert_eq!(found.len(), rows.len());
    assert_eq!(found, described);
}
