//! The parts of `backend-models` that are no macro. Use that package; its
//! documentation is the reference.

#[doc(hidden)]
pub mod __private;
pub mod access;
#[cfg(feature = "sqlx")]
pub mod apply;
pub mod auth;
pub mod check;
mod expand;
#[cfg(feature = "firestore")]
pub mod firestore;
pub mod model;
pub mod postgres;
#[cfg(feature = "sqlx")]
pub mod refusal;
pub mod schema;
pub mod types;
pub mod validate;
