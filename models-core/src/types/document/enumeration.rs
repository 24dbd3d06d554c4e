//! Enums, by their labels.

use super::problem::beginning;
use super::text::text;
use super::{Given, Origin, Outcome, Problem, Reason, Sink, Source};
use crate::types::ModelEnum;

/// Writes the label.
///
/// # Errors
/// None: the form of its siblings.
pub fn store<E: ModelEnum, S: Sink>(value: &E, to: S) -> Outcome<S::Done> {
    Ok(to.text(value.label()))
}

/// The variant of the label.
///
/// # Errors
/// When it is no text, or no variant has this label.
pub fn load<E: ModelEnum, S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<E> {
    let label = text(given)?;
    let label = label.as_ref();
    E::from_label(label)
        .ok_or_else(|| Problem::new(Reason::Label { found: beginning(label), known: E::ENUM }))
}
