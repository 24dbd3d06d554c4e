//! Indexes of schemas at random.

use models_core::firestore::{Indexes, Scope};
use models_core::schema::{Schema, Type};
use models_tests::generate::documents::documents;
use proptest::prelude::*;

use super::strict::assert_strict;

/// How many composite indexes are declared, in each scope.
fn declared(schema: &Schema, scope: Scope) -> usize {
    let kept = schema.models.iter().filter_map(|model| Some((model, model.collection.as_ref()?)));
    let in_scope = kept.filter(|(_, kept)| kept.group || scope == Scope::Collection);
    in_scope
        .map(|(model, kept)| {
            let is_vector = |name: &str| {
                let kind = model.field(name).map(|field| &field.kind);
                matches!(kind, Some(Type::Vector(_)))
            };
            let several = |index: &&models_core::schema::Index| {
                index.parts.len() > 1 || is_vector(&index.parts[0].field)
            };
            kept.indexes.iter().filter(several).count()
        })
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_is_printed_once_in_each_scope(schema in documents(1..8)) {
        let indexes = Indexes::new(&schema).unwrap();
        let text = indexes.to_string();
        assert_strict(&text);
        for scope in [Scope::Collection, Scope::CollectionGroup] {
            let printed = indexes.composites().iter().filter(|index| index.scope == scope).count();
            prop_assert_eq!(printed, declared(&schema, scope));
        }
        let ttl = |field: &&models_core::schema::Field| field.ttl;
        let declared = schema.models.iter().flat_map(|model| &*model.fields).filter(ttl).count();
        prop_assert_eq!(indexes.overrides().iter().filter(|one| one.ttl).count(), declared);
        let mut turned = schema.clone();
        turned.models.to_mut().reverse();
        prop_assert_eq!(Indexes::new(&turned).unwrap().to_string(), text);
    }
}
