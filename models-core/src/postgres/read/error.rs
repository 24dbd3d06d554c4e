//! Why a catalogue could not be read.

/// Why the catalogue of a server could not be read.
///
/// ```
/// use models_core::postgres::CatalogueError;
/// let error = CatalogueError::Unsupported {
///     object: "index public.users_lower_idx".to_owned(),
///     feature: "an expression as a key",
/// };
/// assert!(error.to_string().starts_with("index public.users_lower_idx has an expression"));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogueError {
    /// The connection failed, or the server refused a query.
    #[error("the catalogue cannot be read: {0}")]
    Database(#[from] sqlx::Error),
    /// The database has something that a catalogue cannot describe. It is
    /// refused, because a script of the rest would not make the same database.
    #[error("{object} has {feature}, which a catalogue cannot describe")]
    Unsupported {
        /// What has it: `index public.users_lower_idx`.
        object: String,
        /// What it has.
        feature: &'static str,
    },
}

/// Refuses an object that has this feature.
pub(super) fn refuse_if(
    has_feature: bool,
    object: &str,
    feature: &'static str,
) -> Result<(), CatalogueError> {
    if has_feature { Err(unsupported(object, feature)) } else { Ok(()) }
}

/// The error for an object with this feature.
pub(super) fn unsupported(object: &str, feature: &'static str) -> CatalogueError {
    CatalogueError::Unsupported { object: object.to_owned(), feature }
}
