//! The one error of this crate: a line that says what to do.

use std::fmt::{self, Display};

/// A message for the person at the terminal.
#[derive(Clone, Debug)]
pub struct Error(String);

/// What every function that can fail returns.
pub type Result<T = ()> = std::result::Result<T, Error>;

impl Error {
    /// An error that says `message`.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl std::error::Error for Error {}

impl Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Adds to an error what was being done.
pub trait Context<T> {
    /// Puts `doing` before the error's own text.
    fn context<D: Display>(self, doing: impl FnOnce() -> D) -> Result<T>;
}

impl<T, E: Display> Context<T> for std::result::Result<T, E> {
    fn context<D: Display>(self, doing: impl FnOnce() -> D) -> Result<T> {
        self.map_err(|error| Error(format!("{}: {error}", doing())))
    }
}
