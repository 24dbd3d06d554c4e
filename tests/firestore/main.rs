//! What Firestore emulators do, which the printed rules depend on, through the
//! client that the other tests use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "these are tests")]

mod costs;
