//! Which values are valid: the rules of `#[validate(..)]`, in Rust.
//!
//! The same rules are CHECK constraints in PostgreSQL and conditions in
//! Firestore's rules. One sentence holds everywhere: an absent value breaks no
//! rule, and a relation between fields is broken only where it is false.
//!
//! Each check is a function that the derive calls; what is broken is put into
//! words from the description, off the path that valid values take.

mod broken;
mod count;
mod expand;
mod formats;
mod moment;
mod nested;
mod parts;
mod pattern;
mod range;
mod text;
mod violation;
mod words;

pub use broken::{At, Found};
pub use count::{Countable, Lengthy, items, length};
pub use formats::{EMAIL, URL, email, url};
pub(crate) use formats::{LONGEST_EMAIL, LONGEST_URL};
pub use moment::{Day, Moment, day, moment};
pub use parts::{Keyed, Listed, each, keys, values};
pub use pattern::{Class, Part, Pattern};
pub use range::{Number, Ranged, above, at_least, at_most, below, finite, kept, multiple_of};
pub use text::{Textual, ascii, contains, ends_with, matches, not_blank, one_of, starts_with};
pub use violation::{Violation, Violations};
#[cfg(any(feature = "firestore", feature = "sqlx"))]
pub(crate) use words::{of as broken_value, of_model as broken_relation};

/// A model, or a part of one, that says which values are valid; implemented by
/// `#[derive(Model)]` and `#[derive(Validate)]`.
///
/// An option, a list, a map or `Json` of such a value asks what is inside.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which values are valid",
    label = "nothing is known of what is inside",
    note = "put `#[derive(Validate)]` on the struct, and `#[validate(..)]` on its fields"
)]
pub trait Validate {
    /// Adds every rule that is broken.
    fn find(&self, found: &mut Found);

    /// Whether all values are valid. Nothing is allocated where they are.
    ///
    /// # Errors
    /// With every violation, not only the first.
    fn validate(&self) -> Result<(), Violations> {
        let mut found = Found::default();
        self.find(&mut found);
        found.into_result()
    }
}
