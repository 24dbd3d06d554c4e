//! Names: against the server's own idea of them, and whatever the order of models.

use models_core::postgres::catalogue::ConstraintKind;
use models_core::postgres::{Catalogue, Ident, Script, Target};
use models_core::schema::{Index, IndexPart, Method, ModelDef, Schema, Type};
use models_tests::build::{field, id, model, times};
use models_tests::database::on_every_server;
use models_tests::generate;
use proptest::prelude::*;
use sqlx::Row;

/// Every word of the grammar, and what only looks like one.
#[test]
fn names_are_quoted_as_the_server_quotes_them() {
    on_every_server(async |database| {
        let others =
            ["a", "A", "ä", "1a", "a1", "_", "a$", "a b", "\"", "'", "select ", "漢", "a-b"];
        let rows = sqlx::query(
            "select word, quote_ident(word) from (
                 select word from pg_get_keywords() union all select unnest($1::text[])
             ) as words (word)",
        )
        .bind(others.as_slice())
        .fetch_all(&mut database.connection)
        .await
        .unwrap();
        for row in rows {
            let (word, quoted): (String, String) = (row.get(0), row.get(1));
            let ours = Ident::new(&word).to_string();
            // Words of later versions are quoted for the earlier ones too.
            assert!(ours == quoted || ours == format!("\"{word}\""), "{word}: {ours}, {quoted}");
        }
    });
}

/// Everything of a schema that has a name, with its definition, sorted. Lists
/// of names alone would not show that two names are exchanged.
fn definitions(schema: &Schema) -> Option<Vec<String>> {
    let catalogue = Catalogue::new(schema, Target::PLAIN).ok()?;
    let mut found = Vec::new();
    for table in &catalogue.tables {
        found.extend(table.constraints.iter().map(|one| format!("{} {one:?}", table.name)));
        found.extend(table.indexes.iter().map(|one| format!("{} {one:?}", table.name)));
        found.extend(table.triggers.iter().map(|one| format!("{} {one:?}", table.name)));
        found.extend(table.policies.iter().map(|one| format!("{} {:?}", table.name, one.name)));
    }
    found.extend(catalogue.functions.iter().map(|one| format!("{} {:?}", one.name, one.body)));
    found.extend(catalogue.enums.iter().map(|one| format!("{one:?}")));
    found.sort();
    Some(found)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn names_do_not_depend_on_the_order_of_models(
        (schema, shuffled) in generate::schema(2..8, true).prop_flat_map(|schema| {
            let models = Just(schema.models.to_vec()).prop_shuffle();
            (Just(schema), models)
        })
    ) {
        let shuffled = Schema { models: shuffled.into() };
        prop_assert_eq!(definitions(&schema), definitions(&shuffled));
    }
}

fn with_index(name: &'static str, table: &'static str, fields: &[&'static str]) -> ModelDef {
    let own = fields.iter().map(|name| field(name, Type::Text));
    let mut model = model(name, table, [id()].into_iter().chain(own).chain(times()).collect());
    if let Some(table) = &mut model.table {
        table.indexes = vec![Index {
            parts: fields.iter().map(|name| IndexPart::new(name)).collect(),
            method: Method::BTree,
            include: Vec::new().into(),
            filter: None,
        }]
        .into();
    }
    model
}

/// Two tables whose indexes would share a name.
#[test]
fn two_indexes_that_would_share_a_name_both_get_a_longer_one() {
    let (one, two) = (with_index("One", "a", &["b_c"]), with_index("Two", "a_b", &["c"]));
    let of = |models: Vec<ModelDef>| Schema { models: models.into() };
    let schema = of(vec![one.clone(), two.clone()]);
    assert_eq!(definitions(&schema), definitions(&of(vec![two, one])));
    let catalogue = Catalogue::new(&schema, Target::SUPABASE).unwrap();
    let names: Vec<&str> =
        catalogue.tables.iter().flat_map(|table| &table.indexes).map(|it| &*it.name).collect();
    assert!(names.iter().all(|name| name.starts_with("a_b_c_") && name.len() == 18), "{names:?}");
    assert_ne!(names[0], names[1]);
    let keys = catalogue.tables[0].constraints.iter();
    let keys = keys.filter(|one| matches!(one.kind, ConstraintKind::PrimaryKey { .. }));
    assert_eq!(keys.map(|one| &*one.name).collect::<Vec<_>>(), ["a_pkey"]);
    on_every_server(async |database| {
        let sql = Script::new(&schema, Target::PLAIN).unwrap().to_sql();
        database.run(&sql).await;
    });
}
