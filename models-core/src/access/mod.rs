//! The meaning of an access tree: three-valued, and the same everywhere.
//!
//! A rule is answered twice, from one expression. The derive writes it with
//! [`predicates`], so that rustc checks its types and `may_select` and its
//! siblings need no database. And it is kept as a tree, which the printers
//! turn into policies, [`evaluate`] answers for one row, and [`possible`] for
//! no row in particular.

mod auth;
mod claim;
mod claim_json;
mod comparable;
mod compare;
mod evaluate;
mod expand;
mod facts;
mod implies;
mod literal;
mod operand;
#[doc(hidden)]
pub mod predicates;
#[cfg(test)]
mod tests;
mod value;

#[cfg(feature = "json")]
pub use auth::TokenError;
pub use auth::{Auth, Subject};
pub use claim::ClaimValue;
pub use comparable::{Boolean, Comparable, Ordered};
pub use evaluate::evaluate;
pub use facts::{Facts, Given, Row};
pub use implies::implies;
pub use literal::{FloatLiteral, IntLiteral};
pub use operand::Operand;
pub use value::Value;

pub use crate::schema::{
    Caller, Truth, TruthSet, always_allows, can_allow, can_allow_anonymous, possible,
};
