//! The same tables, foreign keys and indexes with sea-query, which has no
//! word for policies, grants, triggers and comments.

use backend_models::schema::Type;
use sea_query::{
    ColumnDef, ForeignKey, ForeignKeyAction, Index, IndexOrder, PostgresQueryBuilder, Table,
};

use crate::columns::{COLUMNS, parent, table};

/// What sea-query can say of the schema, as text.
#[must_use]
pub fn print(tables: usize) -> String {
    let mut sql = String::new();
    let mut end = |statement: String| {
        sql.push_str(&statement);
        sql.push_str(";\n");
    };
    (0..tables).for_each(|number| end(create_table(number)));
    for number in 0..tables {
        end(foreign_key(number, "parent_id", parent(number), ForeignKeyAction::Restrict));
        end(foreign_key(number, "owner_id", 0, ForeignKeyAction::Cascade));
    }
    for number in 0..tables {
        end(index(number, "parent_id", false));
        end(index(number, "owner_id", true));
    }
    sql
}

fn create_table(number: usize) -> String {
    let mut statement = Table::create();
    statement.table(table(number));
    for (name, kind, nullable) in COLUMNS {
        let mut column = ColumnDef::new(name);
        match kind {
            Type::Uuid => column.uuid(),
            Type::I32 => column.integer(),
            Type::I64 => column.big_integer(),
            Type::F64 => column.double(),
            Type::Bool => column.boolean(),
            Type::Timestamp => column.timestamp_with_time_zone(),
            _ => column.text(),
        };
        if !nullable {
            column.not_null();
        }
        if name == "id" {
            column.primary_key();
        }
        statement.col(column);
    }
    statement.to_string(PostgresQueryBuilder)
}

fn foreign_key(number: usize, column: &str, to: usize, on_delete: ForeignKeyAction) -> String {
    let from = table(number);
    ForeignKey::create()
        .name(format!("{from}_{column}_fkey"))
        .from(from, column.to_owned())
        .to(table(to), "id")
        .on_delete(on_delete)
        .to_string(PostgresQueryBuilder)
}

fn index(number: usize, column: &str, by_time: bool) -> String {
    let table = table(number);
    let mut statement = Index::create();
    statement.name(format!("{table}_{column}_idx")).table(table).col(column.to_owned());
    if by_time {
        statement.col(("created_at", IndexOrder::Desc));
    }
    statement.to_string(PostgresQueryBuilder)
}
