//! Rules at the edges of what they may be: the printer refuses what is beyond,
//! and emulators take what is not.

use models_core::firestore::ErrorKind;
use models_core::firestore::Rules;
use models_core::firestore::rules::{Operation, limits};
use models_core::schema::{Schema, Type};
use models_tests::firestore::{Project, User, on_every_emulator};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value};

use super::samples::right;
use super::{extremes, generate, put};

/// Schemas that are tried on each emulator.
const SCHEMAS: usize = 500;

#[test]
fn whatever_is_described_compiles() {
    let mut runner = TestRunner::default();
    let strategy = generate::schemas(1..12);
    let mut refused = 0;
    let mut schemas = Vec::new();
    while schemas.len() < SCHEMAS {
        let tree = strategy.new_tree(&mut runner).unwrap();
        let schema = tree.current();
        match Rules::new(&schema).map_err(|error| error.kind) {
            Ok(_) => schemas.push(schema),
            // A name that happens to be another's.
            Err(
                ErrorKind::FieldTwice(_)
                | ErrorKind::Name { .. }
                | ErrorKind::Reads { .. }
                | ErrorKind::Budget { .. },
            ) => {
                refused += 1;
            }
            Err(other) => panic!("{other}\n{schema:#?}"),
        }
    }
    assert!(refused < SCHEMAS / 5, "{refused} refused");
    on_every_emulator(|project| {
        for schema in &schemas {
            put(project, &Rules::new(schema).unwrap());
        }
    });
}

/// The largest size that the printer takes, and what it says of the next.
fn largest(from: usize, schema: impl Fn(usize) -> Schema) -> (usize, ErrorKind) {
    let mut size = from;
    loop {
        match Rules::new(&schema(size + 1)) {
            Ok(_) => size += 1,
            Err(error) => return (size, error.kind),
        }
    }
}

fn may_get(project: &Project, path: &str) -> bool {
    project.as_user(&User::signed_in("ann")).get(path).unwrap().is_allowed()
}

#[test]
fn a_document_uses_up_its_budget() {
    let (fields, kind) = largest(1, extremes::costly);
    let ErrorKind::Budget { cost, fields: named, .. } = &kind else { panic!("{kind:?}") };
    assert!(*cost > limits::EXPRESSIONS && named.len() == 3, "{kind}");
    let schema = extremes::costly(fields);
    let rules = Rules::new(&schema).unwrap();
    let create = &rules.costs()[1];
    assert!(create.expressions > 970, "{create:?}");
    on_every_emulator(|project| {
        put(project, &rules);
        let model = &schema.models[0];
        let document: Map<String, Value> = model.fields[1..]
            .iter()
            .map(|field| (field.name.to_string(), right(field, "").remove(0)))
            .collect();
        let session = project.as_user(&User::Anonymous);
        session.create("costly/x", &document.clone().into()).unwrap().allowed();
        session.set("costly/x", &document.into()).unwrap().allowed();
    });
}

#[test]
fn a_rule_reads_as_many_documents_as_it_may() {
    let (documents, kind) = largest(1, extremes::reading);
    assert_eq!(documents, limits::READS);
    assert_eq!(kind, ErrorKind::Reads { operation: Operation::Read, reads: 11 });
    on_every_emulator(|project| {
        put(project, &Rules::new(&extremes::reading(documents)).unwrap());
        for number in 0..documents {
            assert!(!may_get(project, "read/x"));
            project
                .as_owner()
                .set(&format!("read/d{number}"), &Map::new().into())
                .unwrap()
                .allowed();
        }
        assert!(may_get(project, "read/x"));
    });
}

#[test]
fn a_rule_is_as_deep_as_it_may_be() {
    let (levels, kind) = largest(1, extremes::deep);
    assert!(matches!(kind, ErrorKind::Nesting(depth) if depth > limits::NESTING), "{kind}");
    on_every_emulator(|project| {
        put(project, &Rules::new(&extremes::deep(levels)).unwrap());
        assert!(may_get(project, "deep/x"));
    });
}

#[test]
fn a_rule_is_as_wide_as_its_budget() {
    let (conditions, kind) = largest(1, extremes::wide);
    assert!(conditions > 100, "{conditions}");
    assert!(matches!(kind, ErrorKind::Budget { operation: Operation::Read, .. }), "{kind}");
    on_every_emulator(|project| {
        put(project, &Rules::new(&extremes::wide(conditions)).unwrap());
        let text = right(&models_core::schema::Field::new("", Type::Text, false), "").remove(0);
        let document = Map::from_iter([("must".to_owned(), text)]);
        project.as_owner().set("wide/x", &document.into()).unwrap().allowed();
        assert!(may_get(project, "wide/x"));
    });
}

#[test]
fn collections_are_as_deep_as_matches() {
    let (depth, kind) = largest(1, extremes::nested);
    assert_eq!((depth, kind), (limits::DEPTH - 1, ErrorKind::Depth(limits::DEPTH)));
    on_every_emulator(|project| {
        put(project, &Rules::new(&extremes::nested(depth)).unwrap());
        let path: Vec<String> = (0..depth).map(|number| format!("level{number}/x")).collect();
        assert!(may_get(project, &path.join("/")));
        assert!(!may_get(project, &format!("{}/level{depth}/x", path.join("/"))));
    });
}
