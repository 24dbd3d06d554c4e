//! Models in collections.

use models_core::schema::{
    Collection, CollectionPath, Expr, Field, FieldCondition, Key, Membership, ModelDef, ModelRef,
    Node, Operand, Text, Type,
};

use crate::build;

/// A model in a collection without rules: nobody may do anything.
pub fn model(name: &str, path: &CollectionPath, fields: Vec<Field>) -> ModelDef {
    let path = CollectionPath { model: Text::Owned(name.to_owned()), ..path.clone() };
    let collection = Collection { path: path.into(), indexes: Vec::new().into(), group: false };
    ModelDef { table: None, collection: Some(collection), ..build::model(name, "", fields) }
}

/// A collection, at the top or below another.
pub fn path(model: &str, collection: &str, parent: Option<&CollectionPath>) -> CollectionPath {
    CollectionPath {
        model: Text::Owned(model.to_owned()),
        collection: Text::Owned(collection.to_owned()),
        parent: parent.map(|parent| Node::from(parent.clone())),
    }
}

/// The id of a document.
pub fn document_id(name: &'static str, kind: Type) -> Field {
    let key = if kind == Type::DocumentId { Key::Automatic } else { Key::Given };
    Field::new(name, kind, false).key(key)
}

/// The id of a document above.
pub fn ancestor(name: &'static str, kind: Type, path: &CollectionPath) -> Field {
    let path = Some(Node::from(path.clone()));
    Field { ancestor: path, column: None, ..Field::new(name, kind, false) }
}

/// A field that documents have under another name.
pub fn body(name: &'static str, document: &'static str, kind: Type, nullable: bool) -> Field {
    Field::new(name, kind, nullable).no_column().document(document)
}

/// A field that documents have under its own name.
pub fn in_document(name: &'static str, kind: Type) -> Field {
    body(name, name, kind, false)
}

/// `exists(Model { field: value, .. })`
pub fn refers(path: &CollectionPath, conditions: Vec<(&'static str, Operand)>) -> Expr {
    let conditions = conditions
        .into_iter()
        .map(|(field, equals)| FieldCondition { field: Text::Borrowed(field), equals });
    Expr::Exists(Membership {
        model: ModelRef {
            model: path.model.clone(),
            schema: Text::default(),
            table: Text::default(),
            collection: Some(Node::from(path.clone())),
        },
        conditions: conditions.collect(),
    })
}
