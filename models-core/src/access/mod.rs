//! The meaning of an access tree: three-valued, and the same everywhere.

mod auth;
mod truth;

pub use auth::Auth;
pub use truth::Truth;
