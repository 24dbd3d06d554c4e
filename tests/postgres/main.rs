//! The printed SQL on real servers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "these are tests")]

mod catalogue;
mod generated;
mod meaning;
mod snapshots;
