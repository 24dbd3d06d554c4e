//! Ten thousand random things through every form of a document.

use backend_models::firestore::document::{Database, Document, Wire};
use backend_models::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::everything::Thing;
use crate::random::thing;

const CASES: u32 = 10_000;

#[test]
fn things_come_back_from_every_form() {
    let database = Database::named("demo", "another");
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let outcome = TestRunner::new(config).run(&thing(), |thing| {
        own(&thing, &database);
        bytes(&thing, &database);
        #[cfg(feature = "firestore-client")]
        of_the_client(&thing, &database);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// Two things of the same values; NaN has no equal, so their texts tell.
fn same(one: &Thing, other: &Thing) {
    assert_eq!(format!("{one:?}"), format!("{other:?}"));
}

/// As it is, and as REST.
fn own(thing: &Thing, database: &Database) {
    let document: Document = thing.document(database).unwrap();
    same(&Thing::read_strict(&document).unwrap(), thing);
    let text = serde_json::to_string(&document).unwrap();
    let read: Document = serde_json::from_str(&text).unwrap();
    assert_eq!(read, document, "{text}");
}

fn bytes(thing: &Thing, database: &Database) {
    let wire: Wire = thing.document(database).unwrap();
    same(&Thing::read_strict(&wire).unwrap(), thing);
}

/// By reference and by value; and what we write as bytes is what it writes.
#[cfg(feature = "firestore-client")]
fn of_the_client(thing: &Thing, database: &Database) {
    use firestore::gcloud_sdk::google::firestore::v1;
    use firestore::gcloud_sdk::prost::Message;

    let document: v1::Document = thing.document(database).unwrap();
    same(&Thing::read_strict(&document).unwrap(), thing);
    let encoded = Wire::from(document.encode_to_vec());
    same(&Thing::read_strict(&encoded).unwrap(), thing);

    let wire: Wire = thing.document(database).unwrap();
    assert_eq!(wire.as_bytes().len(), encoded.as_bytes().len());
    let decoded = v1::Document::decode(wire.as_bytes()).unwrap();
    same(&Thing::read_strict(decoded).unwrap(), thing);
    same(&Thing::read_strict(document).unwrap(), thing);
}
