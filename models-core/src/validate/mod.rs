//! Which values are valid: the rules of `#[validate(..)]`, in Rust.
//!
//! The same rules are CHECK constraints in PostgreSQL and conditions in
//! Firestore's rules. One sentence holds everywhere: an absent value satisfies
//! every rule, and a relation between fields is violated only where it is false.
//!
//! Each check is a function that the derive calls. A violation refers to its
//! rule in the description, and becomes a sentence when it is displayed.

mod collector;
mod date;
mod expand;
mod formats;
mod items;
mod length;
mod message;
mod nested;
mod pattern;
mod range;
mod text;
mod violation;

pub use collector::{Collector, FieldRules, Position};
pub use date::{DateLimit, TimestampLimit, date_limit, timestamp_limit};
pub use formats::{EMAIL, URL, email, url};
pub(crate) use formats::{MAX_EMAIL_LENGTH, MAX_URL_LENGTH};
pub use items::{IsList, IsMap, each, keys, values};
pub use length::{HasItems, HasLength, items, length};
#[cfg(feature = "firestore")]
pub(crate) use message::{of_relation as relation_message, of_value as value_message};
pub use pattern::{Class, Part, Pattern};
pub use range::{
    HasRange, Number, above, at_least, at_most, below, finite, is_not_false, multiple_of,
};
pub use text::{HasText, ascii, contains, ends_with, matches, not_blank, one_of, starts_with};
pub use violation::{Violation, Violations};

/// A model, or a part of one, whose values have rules; implemented by
/// `#[derive(Model)]` and `#[derive(Validate)]`.
///
/// An option, a list, a map or `Json` of such a value validates what is inside.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no rules about its values",
    label = "nothing is known about what is inside",
    note = "put `#[derive(Validate)]` on the struct, and `#[validate(..)]` on its fields"
)]
pub trait Validate {
    /// Adds a violation for every rule that is broken.
    fn find_violations(&self, violations: &mut Collector);

    /// Whether all values are valid. Nothing is allocated where they are.
    ///
    /// # Errors
    /// With every violation, not only the first.
    fn validate(&self) -> Result<(), Violations> {
        let mut violations = Collector::default();
        self.find_violations(&mut violations);
        violations.into_result()
    }
}
