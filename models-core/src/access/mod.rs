//! The meaning of an access tree: three-valued, and the same everywhere.
//!
//! One expression becomes two things. The derive writes it with [`predicates`],
//! so that rustc checks its types, and `may_select` and its siblings need no
//! database. It is also stored as a tree: the printers turn it into policies,
//! [`evaluate`] decides it for one row, and [`possible`] for all rows at once.

mod auth;
mod claim;
mod claim_json;
mod comparable;
mod compare;
mod evaluate;
mod expand;
mod implies;
mod literal;
mod operand;
#[doc(hidden)]
pub mod predicates;
mod rows;
#[cfg(test)]
mod tests;
mod value;

#[cfg(feature = "json")]
pub use auth::TokenError;
pub use auth::{Auth, Subject};
pub use claim::ClaimValue;
pub use comparable::{Boolean, Comparable, Ordered};
pub use evaluate::evaluate;
pub use implies::implies;
pub use literal::{FloatLiteral, IntLiteral};
pub use operand::Operand;
pub use rows::{KnownRows, Row, RowLookup};
pub use value::Value;

pub use crate::schema::{
    Caller, Truth, TruthSet, always_allows, can_allow, can_allow_anonymous, possible,
};
