//! That a document is one of its model: its names, and the type of each value.
//!
//! `null` is never one of them: what is absent is not there. Each check is the
//! cheapest that says the same; `docs/firestore-costs.md` has the prices.

mod body;
mod field;
mod kind;
mod path;
mod relation;
mod values;

pub(crate) use body::Validation;
pub(crate) use path::ids;
