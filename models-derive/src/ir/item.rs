//! What is known of an item of any shape.

use syn::{Ident, Path};

/// The item that a derive is on.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) ident: Ident,
    /// The path to the facade.
    pub(crate) krate: Path,
    /// It has type parameters or lifetimes.
    pub(crate) has_parameters: bool,
}
