//! The printed TypeScript: what it says, and what it does with Firestore's own
//! libraries.

mod edges;
mod errors;
mod hostile;
mod models;
mod round_trip;
mod ruled;
mod run;
mod zod;

use models_core::firestore::{Sdk, TypeScript};

use crate::discussion;

#[test]
fn of_the_discussion_for_clients() {
    insta::assert_snapshot!(TypeScript::new(&discussion::SCHEMA, Sdk::Web).unwrap());
}

#[test]
fn of_the_discussion_for_servers() {
    insta::assert_snapshot!(TypeScript::new(&discussion::SCHEMA, Sdk::Admin).unwrap());
}

#[test]
fn of_every_type_for_clients() {
    insta::assert_snapshot!(TypeScript::new(&models::SCHEMA, Sdk::Web).unwrap());
}
