//! Support for the tests beside it: servers, schemas, and what a server says
//! about itself.
#![allow(
    clippy::missing_panics_doc,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::needless_pass_by_value,
    reason = "in a test, to panic is to report"
)]

pub mod advisors;
pub mod build;
pub mod catalogue;
pub mod collections;
pub mod database;
pub mod documents;
pub mod firestore;
pub mod forum;
pub mod generate;
pub mod literal;
pub mod node;
pub mod ordinary;
pub mod rules;
pub mod servers;
