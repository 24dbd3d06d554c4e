//! Constraints: primary keys, unique constraints, foreign keys, labels.

use models_core::postgres::TableModel;
use models_core::schema::{EnumType, Expr, OnDelete, Operand, Type};
use sqlx::Row;
use sqlx::postgres::PgRow;

use super::{Names, expression, value};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Constraint {
    kind: &'static str,
    columns: Vec<String>,
    parent: Option<(String, String, Vec<String>)>,
    on_delete: Option<&'static str>,
    nulls_not_distinct: bool,
    check: Option<String>,
    valid: bool,
}

pub(super) const READ: &str = r#"
    select tables.nspname::text, tables.relname::text, k.contype::text as kind, k.convalidated and not k.condeferrable as ok,
        k.confdeltype::text as on_delete, coalesce(i.indnullsnotdistinct, false) as nnd,
        pg_catalog.regexp_replace(pg_catalog.pg_get_expr(k.conbin, k.conrelid),
            '^private\.("([^"]|"")*"|\w+)\(', 'helper(') as check,
        array(select attname::text from pg_catalog.unnest(k.conkey) with ordinality as key (n, o)
            join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = key.n
            order by key.o) as columns,
        pn.nspname::text as parent_schema, pc.relname::text as parent,
        array(select attname::text from pg_catalog.unnest(k.confkey) with ordinality as key (n, o)
            join pg_catalog.pg_attribute as a on a.attrelid = k.confrelid and a.attnum = key.n
            order by key.o) as parent_columns
    from tables
    join pg_catalog.pg_constraint as k on k.conrelid = tables.oid
    left join pg_catalog.pg_index as i on i.indexrelid = k.conindid
    left join pg_catalog.pg_class as pc on pc.oid = k.confrelid
    left join pg_catalog.pg_namespace as pn on pn.oid = pc.relnamespace
    where k.contype <> 'n' and k.contype <> 't'"#;

pub(super) fn read(row: &PgRow) -> Constraint {
    let kind: String = row.get("kind");
    let on_delete: String = row.get("on_delete");
    let parent: Option<String> = row.get("parent");
    Constraint {
        kind: match kind.as_str() {
            "p" => "primary key",
            "u" => "unique",
            "f" => "foreign key",
            "c" => "check",
            _ => "another",
        },
        columns: sorted(kind == "c", row.get("columns")),
        parent: parent.map(|parent| (row.get("parent_schema"), parent, row.get("parent_columns"))),
        on_delete: match on_delete.as_str() {
            "c" => Some("cascade"),
            "r" => Some("restrict"),
            "a" => Some("no action"),
            "n" => Some("set null"),
            "d" => Some("set default"),
            _ => None,
        },
        nulls_not_distinct: kind == "u" && row.get("nnd"),
        check: row.get("check"),
        valid: row.get("ok"),
    }
}

pub(super) fn described(stored: TableModel<'_>, names: &Names) -> Vec<Constraint> {
    let name =
        |field: &str| stored.model.field(field).unwrap().column.as_ref().unwrap().to_string();
    let bare = |kind, columns| Constraint {
        kind,
        columns,
        parent: None,
        on_delete: None,
        nulls_not_distinct: false,
        check: None,
        valid: true,
    };
    let mut constraints = Vec::new();
    for unique in stored.table.uniques.iter().filter(|unique| unique.filter.is_none()) {
        let columns = unique.fields.iter().map(|field| name(field)).collect();
        let nulls_not_distinct = unique.nulls_not_distinct;
        constraints.push(Constraint { nulls_not_distinct, ..bare("unique", columns) });
    }
    for column in stored.columns() {
        let columns = vec![column.name().to_owned()];
        if column.field.key.is_some() {
            constraints.push(bare("primary key", columns.clone()));
        }
        if let Some(check) = labels(&column.field.kind, names.quoted(column.name())) {
            constraints.push(Constraint { check: Some(check), ..bare("check", columns.clone()) });
        }
        for rule in &*column.field.rules {
            let check =
                value::described(&rule.check, &column.field.kind, names.quoted(column.name()));
            constraints.push(Constraint { check: Some(check), ..bare("check", columns.clone()) });
        }
        if let Some(reference) = &column.field.references {
            let parent = &reference.parent;
            let key = vec![parent.column.to_string()];
            constraints.push(Constraint {
                parent: Some((parent.schema.to_string(), parent.table.to_string(), key)),
                on_delete: Some(match reference.on_delete {
                    OnDelete::Cascade => "cascade",
                    OnDelete::Restrict => "restrict",
                    OnDelete::NoAction => "no action",
                    OnDelete::SetNull => "set null",
                    OnDelete::SetDefault => "set default",
                }),
                ..bare("foreign key", columns)
            });
        }
    }
    for rule in &*stored.model.rules {
        let check = expression::described(&rule.holds, stored, names);
        let mut columns = Vec::new();
        for operand in operands(&rule.holds) {
            if let Operand::Field(field) = operand {
                columns.push(name(field));
            }
        }
        let columns = sorted(true, columns);
        constraints.push(Constraint { check: Some(check), ..bare("check", columns) });
    }
    constraints
}

/// The columns of a check are in the order in which it names them.
fn sorted(of_check: bool, mut columns: Vec<String>) -> Vec<String> {
    if of_check {
        columns.sort();
    }
    columns
}

/// What a relation is about, as far as the generator makes it.
fn operands(holds: &Expr) -> Vec<&Operand> {
    match holds {
        Expr::Holds(operand) | Expr::IsNone(operand) | Expr::IsSome(operand) => vec![operand],
        Expr::Compare(comparison) => vec![&comparison.left, &comparison.right],
        other => panic!("{other:?} is not generated"),
    }
}

fn labels(kind: &Type, column: &str) -> Option<String> {
    let texts = |of: &EnumType| {
        let texts = of.labels.iter().map(|label| format!("'{}'::text", label.replace('\'', "''")));
        texts.collect::<Vec<_>>()
    };
    match kind {
        Type::Enum(of) if !of.native => Some(match texts(of).as_slice() {
            [one] => format!("({column} = {one})"),
            texts => format!("({column} = ANY (ARRAY[{}]))", texts.join(", ")),
        }),
        Type::Array(element) => match &**element {
            Type::Enum(of) if !of.native => {
                Some(format!("({column} <@ ARRAY[{}])", texts(of).join(", ")))
            }
            _ => None,
        },
        _ => None,
    }
}
