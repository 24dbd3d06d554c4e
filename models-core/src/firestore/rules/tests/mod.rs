//! What is printed, and what is refused.

mod access;
mod body;
mod budget;
mod errors;
mod group;
mod regions;

use super::Rules;
use crate::firestore::{Error, ErrorKind};
use crate::schema::{
    Access, Collection, CollectionPath, Comparison, Expr, Field, FieldCondition, Key, Literal,
    Membership, ModelDef, ModelRef, Node, Operand, Operator, Rule, Schema, Text, Type,
};

pub(super) fn path(
    model: &str,
    collection: &str,
    parent: Option<&CollectionPath>,
) -> CollectionPath {
    CollectionPath {
        model: Text::Owned(model.to_owned()),
        collection: Text::Owned(collection.to_owned()),
        parent: parent.map(|parent| Node::from(parent.clone())),
    }
}

/// A model that nobody may do anything with.
pub(super) fn model(path: &CollectionPath, fields: Vec<Field>) -> ModelDef {
    let nobody = || Rule::new(Expr::Nobody);
    let collection =
        Collection { path: path.clone().into(), indexes: Vec::new().into(), group: false };
    let access = Access { select: nobody(), insert: nobody(), update: nobody(), delete: nobody() };
    ModelDef {
        name: path.model.clone(),
        doc: Text::default(),
        table: None,
        collection: Some(collection),
        fields: fields.into(),
        rules: Vec::new().into(),
        access,
        allows: Vec::new().into(),
    }
}

pub(super) fn id(kind: Type) -> Field {
    Field::new("id", kind, false).key(Key::Given)
}

pub(super) fn body(name: &'static str, kind: Type) -> Field {
    Field::new(name, kind, false).no_column().document(name)
}

pub(super) fn optional(name: &'static str, kind: Type) -> Field {
    Field::new(name, kind, true).no_column().document(name)
}

pub(super) fn above(name: &'static str, path: &CollectionPath) -> Field {
    let ancestor = Some(Node::from(path.clone()));
    Field { ancestor, ..Field::new(name, Type::DocumentId, false).no_column() }
}

pub(super) fn teams() -> CollectionPath {
    path("Team", "teams", None)
}

pub(super) fn posts() -> CollectionPath {
    path("Post", "posts", Some(&teams()))
}

/// A post of a team: a field of most kinds.
pub(super) fn post() -> ModelDef {
    let fields = vec![
        id(Type::DocumentId),
        above("team_id", &teams()),
        body("author", Type::Uid).immutable(),
        body("title", Type::Text),
        optional("subtitle", Type::Text),
        optional("stars", Type::I32),
        body("open", Type::Bool),
        body("score", Type::F64),
        optional("uuid", Type::Uuid),
        body("at", Type::Timestamp),
        body("price", Type::Decimal),
        body("tags", Type::Array(Node::from(Type::Text))),
        body("created_at", Type::Timestamp),
        body("updated_at", Type::Timestamp),
    ];
    model(&posts(), fields)
}

pub(super) fn schema(models: Vec<ModelDef>) -> Schema {
    Schema { models: models.into() }
}

/// The condition for reading a post by this rule.
pub(super) fn reading(rule: Expr) -> Result<String, Error> {
    condition(rule, "allow get")
}

/// The condition for finding a post by a query.
pub(super) fn finding(rule: Expr) -> Result<String, Error> {
    condition(rule, "list: ")
}

fn condition(rule: Expr, of: &str) -> Result<String, Error> {
    let mut post = post();
    post.access.select = Rule::new(rule);
    let member = model(
        &path("Member", "members", Some(&teams())),
        vec![id(Type::Uid), above("team_id", &teams()), optional("role", Type::Text)],
    );
    let schema = schema(vec![post, member]);
    let text = Rules::new(&schema)?.to_text();
    let (_, condition) = text.split_once(of).unwrap_or_default();
    let condition = condition.split_once("if ").map_or(condition, |(_, condition)| condition);
    let (condition, _) = condition.split_once(';').unwrap_or_default();
    Ok(condition.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What is wrong with this rule for reading a post.
pub(super) fn error(rule: Expr) -> Option<ErrorKind> {
    reading(rule).err().map(|error| error.kind)
}

pub(super) fn at(field: &'static str) -> Operand {
    Operand::Field(field.into())
}

pub(super) fn text(text: &'static str) -> Operand {
    Operand::Literal(Literal::Text(text.into()))
}

pub(super) fn int(int: i64) -> Operand {
    Operand::Literal(Literal::Int(int))
}

pub(super) fn claim(path: &[&'static str]) -> Operand {
    Operand::Claim(path.iter().map(|name| Text::Borrowed(*name)).collect())
}

pub(super) fn compare(left: Operand, operator: Operator, right: Operand) -> Expr {
    Expr::Compare(Comparison { left, operator, right })
}

pub(super) fn equal(left: Operand, right: Operand) -> Expr {
    compare(left, Operator::Eq, right)
}

pub(super) fn not(expr: Expr) -> Expr {
    Expr::Not(expr.into())
}

pub(super) fn all(parts: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::And(parts.into_iter().collect())
}

pub(super) fn any(parts: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::Or(parts.into_iter().collect())
}

/// `exists(Member { .. })`
pub(super) fn member<const N: usize>(conditions: [(&'static str, Operand); N]) -> Expr {
    let path = path("Member", "members", Some(&teams()));
    Expr::Exists(Membership {
        model: ModelRef {
            model: "Member".into(),
            schema: Text::default(),
            table: Text::default(),
            collection: Some(path.into()),
        },
        conditions: conditions
            .into_iter()
            .map(|(field, equals)| FieldCondition { field: field.into(), equals })
            .collect(),
    })
}
