//! Writing values into documents, and reading them.
//!
//! A type says what it becomes ([`Sink`]) and what it is made of ([`Given`]);
//! where that goes and where it comes from is another's: the engine has a sink
//! and a source for each form of a document, and no form knows of another.
//!
//! One file for each family, as in [`types`](super).

mod enumeration;
#[cfg(feature = "json")]
mod json;
mod list;
mod place;
mod problem;
mod scalar;
mod sink;
mod source;
mod text;
mod time;
mod vector;

pub use enumeration::{load as load_label, store as store_label};
pub(crate) use place::at_last_slash;
pub use place::{Place, name_is_legal, relative};
pub use problem::{Kind, Outcome, Problem, Reason, Step};
pub use sink::Sink;
pub use source::{Given, Origin, Source};

/// A type that a document keeps: what [`FieldType`](super::FieldType) passes on
/// to.
pub(crate) trait Stored: Sized {
    /// Writes the value.
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done>;

    /// Makes the value out of what is there.
    fn take<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Self>;
}
