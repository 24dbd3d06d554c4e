//! What `docs/architecture.md` says, held against the sources.

#![expect(clippy::unwrap_used, reason = "a test")]

mod imports;
mod pages;
mod phrases;
mod sizes;
mod sources;
mod types;
mod words;
