//! Attempts to break what the printed SQL protects, on real servers: whoever
//! reads or writes what they must not, however they ask, and whatever slows
//! every query down.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::manual_assert,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "these are tests"
)]

#[path = "../../examples/community/models/mod.rs"]
mod community;
mod verdicts;
mod world;

mod advisors;
mod claims;
mod commands;
mod differential;
mod forging;
mod functions;
mod hostile;
mod leaks;
mod plans;
mod private;
mod settings;
mod tricks;
