//! Documents that Rust writes are read by the web library through the printed
//! converter, and the other way round, field for field, for every type.

use backend_models::firestore::document::{Database, Document, Write, WriteOperation};
use backend_models::prelude::*;
use models_core::firestore::{Sdk, TypeScript};
use models_tests::firestore::{Project, Session, on_every_emulator};
use models_tests::node::Folder;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::edges;
use crate::everything::{Shelf, Thing};
use crate::random;

pub(super) static SCHEMA: Schema = backend_models::schema![Shelf, Thing];

/// How many random things go both ways, beside those at the edges.
const RANDOM: usize = 200;

#[test]
fn every_field_of_every_type_goes_both_ways() {
    let Some(folder) = folder() else {
        return;
    };
    on_every_emulator(|project| {
        let database = Database::new(&project.id);
        let owner = project.as_owner();
        let mut runner = TestRunner::deterministic();
        let mut things = vec![edges::full("full"), edges::bare("bare")];
        for number in 0..RANDOM {
            let thing = random::thing().new_tree(&mut runner).unwrap().current();
            things.push(edges::safe(thing, &format!("random-{number}")));
        }
        let documents: Vec<Document> =
            things.iter().map(|thing| thing.document(&database).unwrap()).collect();
        put(&owner, &documents);
        let said = run(&folder, project, &json!({ "documents": documents }));
        assert_eq!(said.trim(), (things.len() + 2).to_string());
        for thing in &things {
            same(&read(&owner, thing, "-back"), thing);
        }
        // What JavaScript has made of literals of its own.
        same(&read(&owner, &edges::full("full"), "-made"), &edges::full("full"));
        same(&read(&owner, &edges::bare("bare"), "-made"), &edges::bare("bare"));
    });
}

#[test]
fn what_javascript_would_round_is_refused_and_what_it_holds_is_exact() {
    let Some(folder) = folder() else {
        return;
    };
    on_every_emulator(|project| {
        let database = Database::new(&project.id);
        let (mut documents, mut refused) = (Vec::new(), Vec::new());
        for (number, (value, is_exact)) in edges::WHOLE.into_iter().enumerate() {
            let mut direct = Thing { an_i64: value, ..edges::full(&format!("direct-{number}")) };
            let mut list =
                Thing { numbers: vec![0, value], ..edges::full(&format!("list-{number}")) };
            let map = Some([("k".to_owned(), value)].into());
            let map = Thing { maybe_counts: map, ..edges::full(&format!("map-{number}")) };
            let maybe = Some(value);
            let maybe = Thing { maybe_number: maybe, ..edges::full(&format!("maybe-{number}")) };
            let span = TimeDelta::microseconds(value);
            let span = Thing { a_span: span, ..edges::full(&format!("span-{number}")) };
            let fields = ["anI64", "numbers[1]", "maybeCounts.k", "maybeNumber", "aSpan"];
            // Beside one that is not whole, a whole one stays what it is.
            direct.doubles.push(0.5);
            list.doubles.clear();
            for (thing, field) in [direct, list, map, maybe, span].iter().zip(fields) {
                let document: Document = thing.document(&database).unwrap();
                if is_exact {
                    documents.push(document);
                } else {
                    refused.push(json!({ "document": document.name, "field": field }));
                    put(&project.as_owner(), &[document]);
                }
            }
        }
        put(&project.as_owner(), &documents);
        let count = documents.len() + refused.len();
        let said = run(&folder, project, &json!({ "documents": documents, "refused": refused }));
        assert_eq!(said.trim(), count.to_string());
    });
}

fn folder() -> Option<Folder> {
    let folder = Folder::fresh()?;
    folder.write("models.mts", &TypeScript::new(&SCHEMA, Sdk::Web).unwrap().to_string());
    folder.write("edges.mts", include_str!("programs/edges.mts"));
    folder.write("program.mts", include_str!("programs/round_trip.mts"));
    assert_eq!(folder.compile(&["program.mts"]), Ok(String::new()));
    Some(folder)
}

/// Runs the program on what is expected of these documents; it prints how many
/// it has looked at.
fn run(folder: &Folder, project: &Project, expected: &Value) -> String {
    folder.write("expected.json", &expected.to_string());
    let (host, port) = project.emulator.address.rsplit_once(':').unwrap();
    let said = folder.node("program.mjs", &[host, port, &project.id]);
    said.unwrap_or_else(|said| panic!("{said}"))
}

/// Writes them as they are, without a time of the server.
fn put(owner: &Session<'_>, documents: &[Document]) {
    for some in documents.chunks(100) {
        let whole = |document: &Document| Write {
            operation: WriteOperation::Update {
                document: document.clone(),
                mask: None,
                transforms: Vec::new(),
            },
            precondition: None,
        };
        let writes: Vec<Value> =
            some.iter().map(|document| serde_json::to_value(whole(document)).unwrap()).collect();
        owner.commit_all(&writes).unwrap().allowed();
    }
}

/// The thing under the id of another, with an ending behind.
fn read(owner: &Session<'_>, thing: &Thing, ending: &str) -> Thing {
    let path = format!("{}{ending}", thing.path().unwrap().path());
    let found = owner.get(&path).unwrap().allowed();
    let document: Document =
        serde_json::from_value(found).unwrap_or_else(|error| panic!("{path}: {error}"));
    Thing::read_strict(&document).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All but its id, and the moment of the last change, which every write sets.
fn same(found: &Thing, written: &Thing) {
    let now = Utc::now();
    assert!((now - found.updated_at).abs() < TimeDelta::minutes(10), "{}", found.updated_at);
    let found = Thing { id: written.id.clone(), updated_at: written.updated_at, ..found.clone() };
    // NaN has no equal, so their texts tell.
    assert_eq!(format!("{found:#?}"), format!("{written:#?}"));
}
