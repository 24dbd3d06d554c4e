//! Columns: name, type, whether they may be absent, default.

use models_core::postgres::{TableModel, Target};
use models_core::schema::{Default, Field, Key, Literal, Type};
use sqlx::Row;
use sqlx::postgres::PgRow;

use super::{Names, types};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Column {
    name: String,
    kind: String,
    not_null: bool,
    default: Option<String>,
}

pub(super) const READ: &str = "
    select tables.nspname::text, tables.relname::text, attname::text as name,
        pg_catalog.format_type(a.atttypid, a.atttypmod) as kind, attnotnull as not_null,
        pg_catalog.pg_get_expr(d.adbin, d.adrelid) as default
    from tables
    join pg_catalog.pg_attribute as a on a.attrelid = tables.oid and attnum > 0
        and not attisdropped
    left join pg_catalog.pg_attrdef as d on d.adrelid = tables.oid and d.adnum = a.attnum
    order by attnum";

pub(super) fn read(row: &PgRow) -> Column {
    Column {
        name: row.get("name"),
        kind: row.get("kind"),
        not_null: row.get("not_null"),
        default: row.get("default"),
    }
}

pub(super) fn described(stored: TableModel<'_>, target: Target, names: &Names) -> Vec<Column> {
    let column = |column: models_core::postgres::Column<'_>| Column {
        name: column.name().to_owned(),
        kind: types::name(column.field, names),
        not_null: !column.field.nullable,
        default: default(column.field, target, names),
    };
    stored.columns().map(column).collect()
}

fn default(field: &Field, target: Target, names: &Names) -> Option<String> {
    let typed = |value: &str| {
        let kind = types::name(field, names);
        // A literal has the type, and no more.
        let kind = kind.split_once('(').map_or(&*kind, |(name, _)| name).to_owned();
        format!("'{value}'::{kind}")
    };
    let default = match (&field.default, field.key) {
        (Some(Default::Value(Literal::Text(text))), _) => typed(&text.replace('\'', "''")),
        (Some(Default::Value(Literal::Int(int))), _) if *int < 0 => format!("'{int}'::integer"),
        (Some(Default::Value(Literal::Int(int))), _) => int.to_string(),
        (Some(Default::Value(Literal::Float(float))), _) if *float < 0.0 => {
            format!("'{float}'::numeric")
        }
        (Some(Default::Value(Literal::Float(float))), _) => float.to_string(),
        (Some(Default::Value(Literal::Bool(bool))), _) => bool.to_string(),
        (Some(Default::Empty), _) if field.kind == Type::Json => typed("[]"),
        (Some(Default::Empty), _) => typed("{}"),
        (Some(Default::Uid), _) => "auth.uid()".to_owned(),
        (Some(Default::Sql(sql)), _) => sql.to_string(),
        (Some(Default::Now), _) => now(&field.kind),
        (None, Some(Key::V7)) if target.version.has_uuidv7() => "uuidv7()".to_owned(),
        (None, Some(Key::V7)) => "private.uuidv7()".to_owned(),
        (None, Some(Key::V4)) => "gen_random_uuid()".to_owned(),
        (None, None) if field.is_created_at() || field.is_updated_at() => now(&field.kind),
        (None, None | Some(Key::Given | Key::Automatic)) => return None,
    };
    Some(default)
}

fn now(kind: &Type) -> String {
    let utc = "(now() AT TIME ZONE 'utc'::text)";
    match kind {
        Type::Timestamp => "now()".to_owned(),
        Type::LocalTimestamp => utc.to_owned(),
        Type::Date => format!("({utc})::date"),
        Type::Time => format!("({utc})::time without time zone"),
        other => panic!("{other:?} has no now"),
    }
}
