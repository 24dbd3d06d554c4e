//! The printed SQL on real servers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "these are tests")]

mod meaning;
mod snapshots;
