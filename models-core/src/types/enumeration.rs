//! Enums that are stored by label.

use crate::schema::EnumType;

/// An enum without data, stored by the label of its variant; implemented by
/// `#[derive(ModelEnum)]`.
///
/// ```
/// use models_core::schema::{EnumType, List, Text};
/// use models_core::types::ModelEnum;
///
/// #[derive(Debug, PartialEq)]
/// enum Status { Draft, Published }
///
/// impl ModelEnum for Status {
///     const ENUM: EnumType = EnumType::new(
///         Text::Borrowed("status"),
///         List::Borrowed(&[Text::Borrowed("draft"), Text::Borrowed("published")]),
///         false,
///     );
///     fn label(&self) -> &'static str {
///         match self { Self::Draft => "draft", Self::Published => "published" }
///     }
///     fn from_label(label: &str) -> Option<Self> {
///         match label { "draft" => Some(Self::Draft), "published" => Some(Self::Published), _ => None }
///     }
/// }
/// // The derive emits this line too: the enum is now a field, alone or in a list.
/// models_core::__model_enum!(Status);
///
/// assert_eq!(Status::from_label(Status::Published.label()), Some(Status::Published));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum of a model",
    label = "this has no `#[derive(ModelEnum)]`",
    note = "an enum whose variants hold no data becomes a column with `#[derive(ModelEnum)]`"
)]
pub trait ModelEnum: Sized + 'static {
    /// Its name, and its variants with their labels.
    const ENUM: EnumType;

    /// What is stored for this variant.
    fn label(&self) -> &'static str;

    /// The variant that is stored as `label`; `None` when no variant is.
    fn from_label(label: &str) -> Option<Self>;
}
