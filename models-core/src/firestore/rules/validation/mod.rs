//! Whether a document fits its model: the names of its fields, and the type of
//! each value.
//!
//! `null` never fits: an absent field is missing. Each check is the cheapest one
//! with the same meaning; `docs/firestore-engines.md` lists the costs.

mod body;
mod field;
mod kind;
mod path;
mod relation;
mod values;

pub(crate) use body::Validation;
