//! The scripts of the examples, as they are printed, on every server.

use std::path::{Path, PathBuf};

use models_core::postgres::Target;
use models_core::schema::{List, ModelDef, Schema};
use models_tests::advisors::assert_content;
use models_tests::catalogue::assert_described;
use models_tests::database::on_every_server;

#[allow(unused_imports, reason = "only the schema is looked at")]
#[path = "../../examples/community/models/mod.rs"]
mod community;
#[allow(dead_code, missing_docs, unreachable_pub, reason = "the README's models are short")]
#[path = "../../examples/first_model/models.rs"]
mod first_model;
#[allow(dead_code, missing_docs, unreachable_pub, reason = "the guide's model is short")]
#[path = "../../examples/one_rule/models.rs"]
mod one_rule;

/// Those with tables, by the names of their folders.
const EXAMPLES: [(&str, &Schema); 3] = [
    ("community", &community::SCHEMA),
    ("first_model", &first_model::SCHEMA),
    ("one_rule", &one_rule::SCHEMA),
];

#[test]
fn every_example_with_tables_is_listed() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let mut names: Vec<_> = entries(&examples)
        .filter(|example| has_tables(example))
        .map(|example| example.file_name().unwrap().to_owned())
        .collect();
    names.sort();
    assert_eq!(names, EXAMPLES.map(|(name, _)| name));
}

fn has_tables(path: &Path) -> bool {
    if path.is_dir() {
        return entries(path).any(|entry| has_tables(&entry));
    }
    std::fs::read_to_string(path).unwrap().contains("#[model(table = ")
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path())
}

#[test]
fn they_apply_and_say_what_they_mean() {
    for (name, schema) in EXAMPLES {
        on_every_server(async |database| {
            eprintln!("{name}");
            let schema = kept(schema, database.has_vectors);
            database.apply(&schema, Target::PLAIN).await;
            assert_content(database).await;
            assert_described(database, &schema, Target::PLAIN).await;
        });
        on_every_server(async |database| {
            eprintln!("{name} on Supabase");
            let schema = kept(schema, database.has_vectors);
            let target = Target::SUPABASE.since(database.version);
            database.like_supabase().await;
            database.apply(&schema, target).await;
            assert_content(database).await;
            assert_described(database, &schema, target).await;
        });
    }
}

/// The schema as a server can keep it: without the fields that are vectors,
/// where it has none.
fn kept(schema: &Schema, vectors: bool) -> Schema {
    let without = |model: &ModelDef| {
        let mut model = model.clone();
        let is_vector =
            |name: &str| model.field(name).is_none_or(|it| it.kind.dimensions().is_some());
        let mut table = model.table.clone();
        if let Some(table) = &mut table {
            let indexes = table.indexes.iter();
            let kept =
                indexes.filter(|index| !index.parts.iter().any(|part| is_vector(&part.field)));
            table.indexes = List::Owned(kept.cloned().collect());
        }
        let fields = model.fields.iter().filter(|field| field.kind.dimensions().is_none());
        model.fields = List::Owned(fields.cloned().collect());
        model.table = table;
        model
    };
    if vectors {
        schema.clone()
    } else {
        Schema { models: schema.models.iter().map(without).collect() }
    }
}
