//! An id as a part of a path.

use std::fmt::Write;

use crate::types::FieldType;
use crate::types::document::{Outcome, Place, Problem, Reason, Sink};

/// Appends what is stored as a text, or as an integer; nothing else is an id.
pub(super) struct Segment<'p>(pub(super) &'p mut String);

impl Sink for Segment<'_> {
    type Done = Outcome<()>;

    fn place(&self) -> Place {
        Place::default()
    }

    fn text(self, value: &str) -> Outcome<()> {
        self.0.push_str(value);
        Ok(())
    }

    fn integer(self, value: i64) -> Outcome<()> {
        // Writing to a `String` cannot fail.
        let _ = write!(self.0, "{value}");
        Ok(())
    }

    fn absent(self) -> Outcome<()> {
        none()
    }

    fn null(self) -> Outcome<()> {
        none()
    }

    fn boolean(self, _: bool) -> Outcome<()> {
        none()
    }

    fn double(self, _: f64) -> Outcome<()> {
        none()
    }

    fn timestamp(self, _: i64, _: i32) -> Outcome<()> {
        none()
    }

    fn bytes(self, _: &[u8]) -> Outcome<()> {
        none()
    }

    fn reference(self, _: &str) -> Outcome<()> {
        none()
    }

    fn geo_point(self, _: f64, _: f64) -> Outcome<()> {
        none()
    }

    fn vector(self, _: impl ExactSizeIterator<Item = f64> + DoubleEndedIterator) -> Outcome<()> {
        none()
    }

    fn array<'v, T: FieldType + 'v>(
        self,
        _: impl ExactSizeIterator<Item = &'v T> + DoubleEndedIterator,
    ) -> Outcome<Outcome<()>> {
        Ok(none())
    }

    fn map<'v, T: FieldType + 'v>(
        self,
        _: impl ExactSizeIterator<Item = (&'v str, &'v T)> + DoubleEndedIterator,
    ) -> Outcome<Outcome<()>> {
        Ok(none())
    }
}

fn none() -> Outcome<()> {
    Err(Problem::new(Reason::NotKept))
}
