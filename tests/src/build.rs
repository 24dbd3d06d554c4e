//! Descriptions that are built at run time.

use models_core::schema::{
    Access, Comparison, EnumType, Expr, Field, FieldCondition, Key, Literal, Membership, ModelDef,
    ModelRef, Node, OnDelete, Operand, Operator, ParentKey, Rule, Table, Text, Type,
};

/// A model in the schema `public` without rules: nobody may do anything.
pub fn model(name: &str, table: &str, fields: Vec<Field>) -> ModelDef {
    ModelDef {
        name: Text::Owned(name.to_owned()),
        doc: Text::default(),
        collection: None,
        table: Some(Table {
            schema: "public".into(),
            name: Text::Owned(table.to_owned()),
            renamed_from: None,
            indexes: Vec::new().into(),
            uniques: Vec::new().into(),
            exclusions: Vec::new().into(),
            realtime: None,
        }),
        fields: fields.into(),
        rules: Vec::new().into(),
        access: access(Expr::Nobody, Expr::Nobody, Expr::Nobody, Expr::Nobody),
        allows: Vec::new().into(),
    }
}

/// The rules of the four commands.
pub fn access(select: Expr, insert: Expr, update: Expr, delete: Expr) -> Access {
    let [select, insert, update, delete] = [select, insert, update, delete].map(Rule::new);
    Access { select, insert, update, delete }
}

/// A field that is always there.
pub const fn field(name: &'static str, kind: Type) -> Field {
    Field::new(name, kind, false)
}

/// A field that may be absent.
pub const fn optional(name: &'static str, kind: Type) -> Field {
    Field::new(name, kind, true)
}

/// A key of version 7.
pub const fn id() -> Field {
    field("id", Type::Uuid).key(Key::V7)
}

/// A field that refers to a table in `public`, with an index.
pub fn reference(name: &'static str, table: &str, on_delete: OnDelete) -> Field {
    field(name, Type::Uuid).references(parent(table), on_delete, true)
}

/// The key of a table in `public`.
pub fn parent(table: &str) -> ParentKey {
    ParentKey {
        model: Text::Owned(table.to_owned()),
        schema: "public".into(),
        table: Text::Owned(table.to_owned()),
        column: "id".into(),
        external: false,
    }
}

/// The key of `auth.users`.
pub const USER: ParentKey = ParentKey {
    model: Text::Borrowed("auth::User"),
    schema: Text::Borrowed("auth"),
    table: Text::Borrowed("users"),
    column: Text::Borrowed("id"),
    external: true,
};

/// `created_at` and `updated_at`.
pub const fn times() -> [Field; 2] {
    [field("created_at", Type::Timestamp), field("updated_at", Type::Timestamp)]
}

/// An enum.
pub fn labels(name: &str, labels: &[&str], native: bool) -> Type {
    Type::Enum(EnumType::new(
        Text::Owned(name.to_owned()),
        labels.iter().map(|label| Text::Owned((*label).to_owned())).collect(),
        native,
    ))
}

/// A list.
pub fn array(element: Type) -> Type {
    Type::Array(Node::from(element))
}

/// `field`
pub fn at(field: &'static str) -> Operand {
    Operand::Field(field.into())
}

/// A text, or an enum's label.
pub fn text(text: &str) -> Operand {
    Operand::Literal(Literal::Text(Text::Owned(text.to_owned())))
}

/// A claim.
pub fn claim(path: &[&'static str]) -> Operand {
    Operand::Claim(path.iter().map(|name| Text::Borrowed(*name)).collect())
}

/// `left operator right`
pub const fn compare(left: Operand, operator: Operator, right: Operand) -> Expr {
    Expr::Compare(Comparison { left, operator, right })
}

/// `left == right`
pub const fn equal(left: Operand, right: Operand) -> Expr {
    compare(left, Operator::Eq, right)
}

/// `field == auth.uid()`
pub fn is_caller(field: &'static str) -> Expr {
    equal(at(field), Operand::Uid)
}

/// `a || b`
pub fn any_of(parts: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::Or(parts.into_iter().collect())
}

/// `a && b`
pub fn all_of(parts: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::And(parts.into_iter().collect())
}

/// `exists(Model { field: value, .. })`
pub fn exists<const N: usize>(
    model: &str,
    table: &str,
    conditions: [(&'static str, Operand); N],
) -> Expr {
    Expr::Exists(Membership {
        model: ModelRef {
            model: Text::Owned(model.to_owned()),
            schema: "public".into(),
            table: Text::Owned(table.to_owned()),
            collection: None,
        },
        conditions: conditions
            .into_iter()
            .map(|(field, equals)| FieldCondition { field: field.into(), equals })
            .collect(),
    })
}
