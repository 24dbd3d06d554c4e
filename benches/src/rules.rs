//! The same models as documents, and their rules.

use backend_models::firestore::Rules;
use backend_models::schema::{Collection, CollectionPath, Field, Key, List, ModelDef, Node, Schema, Text};

use crate::ours;

/// This many collections of fourteen fields, with four rules each.
#[must_use]
pub fn schema(collections: usize) -> Schema {
    let models: Vec<_> = ours::schema(collections).models.iter().cloned().map(kept).collect();
    Schema { models: List::Owned(models) }
}

/// `firestore.rules`; nothing when it cannot be printed, which would be a fault
/// of this package.
#[must_use]
pub fn print(schema: &Schema) -> String {
    Rules::new(schema).map(|rules| rules.to_string()).unwrap_or_default()
}

/// As a collection instead of a table.
fn kept(model: ModelDef) -> ModelDef {
    let collection = model.table.as_ref().map(|table| table.name.clone()).unwrap_or_default();
    let path = CollectionPath { model: model.name.clone(), collection, parent: None };
    let fields: Vec<_> = model.fields.iter().map(field).collect();
    ModelDef {
        table: None,
        collection: Some(Collection {
            path: Node::from(path),
            indexes: List::Borrowed(&[]),
            group: false,
        }),
        fields: List::Owned(fields),
        ..model
    }
}

fn field(field: &Field) -> Field {
    let bare = Field::new("", field.kind.clone(), field.nullable).no_column();
    let (name, is_key) = (field.name.clone(), field.key.is_some());
    Field {
        name,
        key: is_key.then_some(Key::Given),
        document: (!is_key).then(|| camel(&field.name)),
        ..bare
    }
}

fn camel(name: &str) -> Text {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    Text::Owned(words.fold(first, |mut all, word| {
        let (head, tail) = word.split_at(word.len().min(1));
        all.push_str(&head.to_ascii_uppercase());
        all.push_str(tail);
        all
    }))
}

#[cfg(test)]
mod tests {
    #[test]
    fn they_are_printed() {
        let text = super::print(&super::schema(10));
        assert_eq!(text.matches("allow create").count(), 10, "{text}");
    }
}
