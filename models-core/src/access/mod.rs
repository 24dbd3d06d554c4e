//! The meaning of an access tree: three-valued, and the same everywhere.

mod auth;
mod known;
mod operator;
mod possible;
mod truth;
mod truths;

pub use auth::Auth;
pub use possible::{Caller, always_allows, can_allow, can_allow_anonymous, possible};
pub use truth::Truth;
pub use truths::Truths;
