//! Models as documents, and back.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::similar_names,
    reason = "in a test, to panic is to report"
)]

mod copies;
#[path = "../../examples/discussion/models/mod.rs"]
mod discussion;
mod errors;
mod everything;
mod older;
mod page;
mod patches;
mod paths;
mod random;
mod round_trip;
