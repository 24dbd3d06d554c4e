//! Descriptions of documents that are built at run time.

use models_core::schema::{
    Collection, CollectionPath, Expr, Field, Index, IndexPart, Key, Method, ModelDef, Node, Schema,
    Text, Type,
};

use crate::build::{access, field};

/// A path: a collection for each pair of a model and a name, from the top.
pub fn path(steps: &[(&str, &str)]) -> CollectionPath {
    let (last, above) = steps.split_last().expect("a path has steps");
    CollectionPath {
        model: Text::Owned(last.0.to_owned()),
        collection: Text::Owned(last.1.to_owned()),
        parent: (!above.is_empty()).then(|| Node::from(path(above))),
    }
}

/// A model in a collection, which everyone may read and write.
pub fn document(steps: &[(&str, &str)], fields: Vec<Field>) -> ModelDef {
    ModelDef {
        name: Text::Owned(steps.last().expect("a path has steps").0.to_owned()),
        doc: Text::default(),
        table: None,
        collection: Some(Collection {
            path: Node::from(path(steps)),
            indexes: Vec::new().into(),
            group: false,
        }),
        fields: fields.into(),
        rules: Vec::new().into(),
        access: access(Expr::Anyone, Expr::Anyone, Expr::Anyone, Expr::Anyone),
        allows: Vec::new().into(),
    }
}

/// The id of a document.
pub const fn doc_id() -> Field {
    field("id", Type::DocumentId).key(Key::Automatic).no_column()
}

/// A field of the body, under its own name.
pub const fn stored(name: &'static str, kind: Type) -> Field {
    field(name, kind).no_column().document(name)
}

/// The same, but it may be missing.
pub const fn missing(name: &'static str, kind: Type) -> Field {
    let mut field = stored(name, kind);
    field.nullable = true;
    field
}

/// `createdAt` and `updatedAt`.
pub const fn moments() -> [Field; 2] {
    [
        stored("created_at", Type::Timestamp).document("createdAt"),
        stored("updated_at", Type::Timestamp).document("updatedAt"),
    ]
}

/// An index over these fields, of which those with a minus before descend.
pub fn index_over(fields: &[&str]) -> Index {
    let part = |name: &&str| IndexPart {
        field: Text::Owned(name.trim_start_matches('-').to_owned()),
        descending: name.starts_with('-'),
    };
    Index {
        parts: fields.iter().map(part).collect(),
        method: Method::BTree,
        include: Vec::new().into(),
        filter: None,
    }
}

/// The model with these indexes.
pub fn with_indexes(mut model: ModelDef, indexes: Vec<Index>) -> ModelDef {
    collection(&mut model).indexes = indexes.into();
    model
}

/// Where a model is kept.
pub fn collection(model: &mut ModelDef) -> &mut Collection {
    model.collection.as_mut().expect("the model is kept in a collection")
}

/// A schema of these models.
pub fn schema(models: impl IntoIterator<Item = ModelDef>) -> Schema {
    Schema { models: models.into_iter().collect() }
}
