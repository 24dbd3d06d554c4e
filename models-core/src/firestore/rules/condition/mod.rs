//! Access rules as conditions of the rules language.
//!
//! Only an answer that is true allows, so what is unknown may as well be
//! false. But the opposite of a false answer is true, and that of an unknown
//! one is not: so a rule is asked either for where it is true or for where it
//! is false, down to its comparisons ([`truth`]), and no `!` stands before
//! anything that could be unknown.

mod claim;
mod comparison;
mod kind;
mod membership;
mod options;
mod truth;
mod value;

pub(crate) use truth::{Asked, View};
