//! Diesel: the table and the derives on the struct.

use crate::bench::compile::columns::{COLUMNS, Column, Kind};
use crate::bench::compile::contestant::{CHRONO, Contestant, UUID};
use crate::bench::compile::model::Model;

/// Diesel with the backend alone; a connection would need libpq.
pub(in crate::bench::compile) struct Diesel;

impl Contestant for Diesel {
    fn name(&self) -> &'static str {
        "diesel"
    }

    fn dependencies(&self) -> Vec<String> {
        let diesel = "diesel = { version = \"=2.3.14\", default-features = false, features = \
                      [\"32-column-tables\", \"postgres_backend\", \"chrono\", \"uuid\"] }";
        vec![UUID.to_owned(), CHRONO.to_owned(), diesel.to_owned()]
    }

    fn imports(&self, model: Model) -> String {
        let others = model.each_relation(|_, other| {
            format!("use super::{}::{{{}, {}}};\n", other.module(), other.name(), other.table())
        });
        format!(
            "use chrono::{{DateTime, Utc}};\nuse diesel::prelude::*;\nuse uuid::Uuid;\n{others}"
        )
    }

    fn before(&self, model: Model) -> String {
        let table = model.table();
        let columns = COLUMNS
            .iter()
            .map(|column| format!("        {} -> {},\n", column.name, sql_type(column)))
            .collect::<Vec<_>>()
            .concat();
        let joins = model.each_relation(|name, other| {
            format!("diesel::joinable!({table} -> {} ({name}_id));\n", other.table())
        });
        format!("diesel::table! {{\n    {table} (id) {{\n{columns}    }}\n}}\n{joins}")
    }

    fn derives(&self, model: Model) -> String {
        let all = "Clone, Debug, Queryable, Selectable, Insertable, AsChangeset, Identifiable";
        let relations = if model.parent().is_some() { ", Associations" } else { "" };
        format!("{all}{relations}")
    }

    fn on_struct(&self, model: Model) -> String {
        let relations = model.each_relation(|name, other| {
            format!("#[diesel(belongs_to({}, foreign_key = {name}_id))]\n", other.name())
        });
        format!("#[diesel(table_name = {})]\n{relations}", model.table())
    }
}

fn sql_type(column: &Column) -> String {
    let plain = match column.kind {
        Kind::Key | Kind::Parent | Kind::Owner => "Uuid",
        Kind::Text(_) => "Text",
        Kind::I32 => "Integer",
        Kind::I64 => "BigInt",
        Kind::F64 => "Double",
        Kind::Bool => "Bool",
        Kind::Moment => "Timestamptz",
    };
    if column.nullable { format!("Nullable<{plain}>") } else { plain.to_owned() }
}
