//! Enums that are stored by label.

#[cfg(feature = "firestore")]
use super::document::{
    FieldError, FieldErrorKind, RawValue, ValueReader, ValueWriter, excerpt, text,
};
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

/// Columns: the database's own enum type, or a text. How the model declares the
/// enum decides how a value is written; both are read, so that a column can be
/// changed from one to the other.
#[cfg(feature = "sqlx")]
#[doc(hidden)]
pub mod label {
    use sqlx::encode::IsNull;
    use sqlx::error::BoxDynError;
    use sqlx::postgres::{PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgTypeKind, PgValueRef};
    use sqlx::{Encode, Postgres, Type, ValueRef as _};

    use crate::types::{FieldType, ModelEnum, ReadError, row};

    /// The type that a label is written as.
    #[must_use]
    pub fn type_info<E: ModelEnum>() -> PgTypeInfo {
        if E::ENUM.native {
            return row::EnumName::<E>::ALONE.map_or(row::INFERRED, PgTypeInfo::with_name);
        }
        <str as Type<Postgres>>::type_info()
    }

    /// The type that a list of labels is written as.
    #[must_use]
    pub fn array_type_info<E: ModelEnum>() -> PgTypeInfo {
        if E::ENUM.native {
            // `PgTypeInfo::array_of` does not quote the name that it is given.
            return row::EnumName::<E>::LIST.map_or(row::INFERRED, PgTypeInfo::with_name);
        }
        <String as PgHasArrayType>::array_type_info()
    }

    /// Whether a column is a text or any enum: the labels tell whether it is the
    /// right one.
    #[must_use]
    pub fn accepts(column: &PgTypeInfo) -> bool {
        if row::is_unresolved(column) {
            return true;
        }
        match column.kind() {
            PgTypeKind::Enum(_) => true,
            PgTypeKind::Domain(base) => accepts(base),
            PgTypeKind::Simple
            | PgTypeKind::Pseudo
            | PgTypeKind::Composite(_)
            | PgTypeKind::Array(_)
            | PgTypeKind::Range(_) => row::accepts_text(column),
        }
    }

    /// The variant of the label.
    ///
    /// # Errors
    /// When no variant has it, or the value is NULL.
    #[expect(clippy::needless_pass_by_value, reason = "as sqlx's own `decode`")]
    pub fn read<E: FieldType + ModelEnum>(value: PgValueRef<'_>) -> Result<E, ReadError> {
        if value.is_null() {
            return Err(ReadError::null::<E>());
        }
        let label = value.as_str().map_err(ReadError::value::<E>)?;
        E::from_label(label).ok_or_else(|| ReadError::label(label, E::ENUM))
    }

    /// Writes the label.
    ///
    /// # Errors
    /// Never.
    pub fn write<E: ModelEnum>(
        value: &E,
        buffer: &mut PgArgumentBuffer,
    ) -> Result<IsNull, BoxDynError> {
        Encode::<Postgres>::encode(value.label(), buffer)
    }
}

/// Writes the label into a document.
///
/// # Errors
/// Never.
#[cfg(feature = "firestore")]
#[doc(hidden)]
pub fn write_label<E: ModelEnum, W: ValueWriter>(
    value: &E,
    to: W,
) -> Result<W::Output, FieldError> {
    Ok(to.text(value.label()))
}

/// The variant of a document's label.
///
/// # Errors
/// When the value is not a text, or no variant has this label.
#[cfg(feature = "firestore")]
#[doc(hidden)]
pub fn read_label<E: ModelEnum, R: ValueReader>(value: RawValue<R>) -> Result<E, FieldError> {
    let label = text(value)?;
    let label = label.as_ref();
    E::from_label(label).ok_or_else(|| {
        FieldError::new(FieldErrorKind::UnknownLabel { found: excerpt(label), known: E::ENUM })
    })
}
