//! Enums that are stored as labels.

use super::Element;
use crate::schema::EnumType;

/// An enum without values; implemented by `#[derive(ModelEnum)]`.
pub trait ModelEnum: Element {
    /// The labels, in the order of the variants.
    const ENUM: EnumType;
    /// The stored label.
    fn label(&self) -> &'static str;
    /// The variant of a stored label.
    fn from_label(label: &str) -> Option<Self>
    where
        Self: Sized;
}
