//! A document in types of this library.

mod sink;
mod source;
mod value;

pub use value::{Document, Fields, Value};
