//! A schema made at run time, as the derive would describe it.

use backend_models::postgres::{Error, Script, Target};
use backend_models::schema::{
    Access, Comparison, Expr, Field, Index, IndexPart, Key, List, Literal, Method, ModelDef,
    OnDelete, Operand, Operator, ParentKey, Rule, Schema, Table, Text,
};

use crate::columns::{COLUMNS, Column, parent, table};

/// This many tables, each with two foreign keys, an index and four rules.
#[must_use]
pub fn schema(tables: usize) -> Schema {
    Schema { models: List::Owned((0..tables).map(model).collect()) }
}

/// Every statement of the schema, as text.
///
/// # Errors
///
/// When the schema cannot be printed, which would be a fault of this package.
pub fn print(schema: &Schema) -> Result<String, Error> {
    Script::new(schema, Target::SUPABASE).map(|script| script.to_sql())
}

fn model(number: usize) -> ModelDef {
    let mut fields: Vec<Field> = COLUMNS.into_iter().map(plain).collect();
    fields[0].key = Some(Key::V7);
    fields[1] = fields[1].clone().references(key(parent(number)), OnDelete::Restrict, true);
    fields[2] = fields[2].clone().references(key(0), OnDelete::Cascade, true);
    ModelDef {
        name: Text::Owned(format!("Model{number:05}")),
        doc: Text::Borrowed("One of many."),
        collection: None,
        table: Some(Table {
            schema: Text::Borrowed("public"),
            name: Text::Owned(table(number)),
            renamed_from: None,
            indexes: List::Owned(vec![index()]),
            uniques: List::Borrowed(&[]),
            exclusions: List::Borrowed(&[]),
            realtime: None,
        }),
        fields: List::Owned(fields),
        rules: Vec::new().into(),
        access: access(),
        allows: List::Borrowed(&[]),
    }
}

fn plain((name, kind, nullable): Column) -> Field {
    Field::new(name, kind, nullable)
}

fn key(number: usize) -> ParentKey {
    ParentKey {
        model: Text::Owned(format!("Model{number:05}")),
        schema: Text::Borrowed("public"),
        table: Text::Owned(table(number)),
        column: Text::Borrowed("id"),
        external: false,
    }
}

fn index() -> Index {
    Index {
        parts: List::Owned(vec![
            IndexPart::new("owner_id"),
            IndexPart { field: Text::Borrowed("created_at"), descending: true },
        ]),
        method: Method::BTree,
        include: List::Borrowed(&[]),
        filter: None,
    }
}

/// `active || own`, `own`, `own`, `own || auth.claim("role") == "moderator"`.
fn access() -> Access {
    let equal = |left, right| Expr::Compare(Comparison { left, operator: Operator::Eq, right });
    let own = || equal(Operand::Field(Text::Borrowed("owner_id")), Operand::Uid);
    let active = Expr::Holds(Operand::Field(Text::Borrowed("active")));
    let moderator = equal(
        Operand::Claim(List::Owned(vec![Text::Borrowed("role")])),
        Operand::Literal(Literal::Text(Text::Borrowed("moderator"))),
    );
    Access {
        select: Rule::new(Expr::Or(List::Owned(vec![active, own()]))),
        insert: Rule::new(own()),
        update: Rule::new(own()),
        delete: Rule::new(Expr::Or(List::Owned(vec![own(), moderator]))),
    }
}
