//! Models in Firestore emulators: written, read, queried, changed, copied.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::similar_names,
    reason = "in a test, to panic is to report"
)]

#[cfg(feature = "firestore-client")]
mod client;
#[path = "../../examples/discussion/models/mod.rs"]
mod discussion;
#[path = "../documents/everything.rs"]
mod everything;
#[path = "../documents/page.rs"]
mod page;
#[path = "../documents/random.rs"]
mod random;
mod rest;
