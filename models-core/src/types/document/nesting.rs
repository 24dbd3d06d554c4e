//! What may stand where in a document.

use super::{FieldError, FieldErrorKind, excerpt};

/// How deep in a document a value is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nesting {
    depth: u8,
    in_array: bool,
}

impl Nesting {
    /// How many maps and lists Firestore allows inside one another.
    const MAX_DEPTH: u8 = 20;

    /// An element of a list at this depth.
    #[must_use]
    pub const fn element(self) -> Self {
        Self { depth: self.depth.saturating_add(1), in_array: true }
    }

    /// An entry of a map at this depth.
    #[must_use]
    pub const fn entry(self) -> Self {
        Self { depth: self.depth.saturating_add(1), in_array: false }
    }

    /// Whether a list is allowed here.
    ///
    /// # Errors
    /// When this is inside a list, or too deep.
    pub fn check_array(self) -> Result<(), FieldError> {
        if self.in_array {
            return Err(FieldError::new(FieldErrorKind::NestedArray));
        }
        self.check_map()
    }

    /// Whether a map is allowed here.
    ///
    /// # Errors
    /// When this is too deep.
    pub fn check_map(self) -> Result<(), FieldError> {
        if self.depth < Self::MAX_DEPTH {
            return Ok(());
        }
        Err(FieldError::new(FieldErrorKind::TooDeep { limit: Self::MAX_DEPTH }))
    }
}

/// Bytes of UTF-8 in the name of a field or of a map's entry.
const MAX_NAME_BYTES: usize = 1_500;

/// Whether Firestore accepts this as the name of a field.
///
/// # Errors
/// When it is empty, over 1,500 bytes, or between two pairs of underscores.
#[inline]
pub fn check_field_name(name: &str) -> Result<(), FieldError> {
    let wrong = match name {
        "" => "it is empty",
        name if name.len() > MAX_NAME_BYTES => "it has more than 1,500 bytes",
        name if name.len() >= 4 && name.starts_with("__") && name.ends_with("__") => {
            "names between `__` belong to Firestore"
        }
        _ => return Ok(()),
    };
    Err(FieldError::new(FieldErrorKind::IllegalName { name: excerpt(name), wrong }))
}
