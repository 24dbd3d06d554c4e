//! A document in types of this library.

mod sink;
mod source;
mod value;

pub(in crate::firestore) use sink::One;
pub use value::{Document, Fields, Value};
