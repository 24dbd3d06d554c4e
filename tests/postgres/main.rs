//! The printed SQL on real servers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "these are tests"
)]

mod advisors;
mod catalogue;
mod columns;
mod errors;
mod examples;
mod generated;
mod meaning;
mod names;
mod owner;
mod prelude;
mod publications;
mod refusals;
mod search_path;
mod snapshots;
mod values;
