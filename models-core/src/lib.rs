//! The parts of `backend-models` that are no macro. Use that package; its
//! documentation is the reference.

pub mod access;
pub mod auth;
pub mod check;
mod expand;
pub mod model;
#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
pub mod schema;
pub mod types;
