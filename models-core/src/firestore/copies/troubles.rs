//! Copies that nobody could bring up to date.

use std::error::Error;
use std::fmt;

/// A copy whose source, or whose copies, cannot be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorKind {
    /// The model of the copy.
    pub model: String,
    /// Its field, by the Rust name.
    pub field: String,
    /// What is wrong.
    pub wrong: &'static str,
}

/// All of a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Troubles(pub(super) Vec<ErrorKind>);

impl Troubles {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &ErrorKind> {
        self.0.iter()
    }
}

impl fmt::Display for Troubles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, ErrorKind { model, field, wrong }) in self.iter().enumerate() {
            let between = if number == 0 { "" } else { "; " };
            write!(f, "{between}`{model}::{field}`: {wrong}")?;
        }
        Ok(())
    }
}

impl Error for Troubles {}
