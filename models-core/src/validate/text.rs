//! The characters of a text.

use super::pattern::Pattern;
use crate::access::Operand;
use crate::types::{DocId, Uid};

/// A value that is a text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a text",
    label = "this rule is about texts",
    note = "numbers have `range(..)`, lists have `items(..)` and `each(..)`"
)]
pub trait HasText {
    /// Its characters.
    fn text(&self) -> &str;
}

impl HasText for str {
    fn text(&self) -> &str {
        self
    }
}

impl HasText for Uid {
    fn text(&self) -> &str {
        self.as_str()
    }
}

impl<M: ?Sized> HasText for DocId<M> {
    fn text(&self) -> &str {
        self.as_str()
    }
}

/// Whether the text, if there is one, passes.
fn passes<T: Operand + ?Sized>(value: &T, check: impl FnOnce(&str) -> bool) -> bool
where
    T::Value: HasText,
{
    value.value().is_none_or(|value| check(value.text()))
}

/// `pattern = ".."`
pub fn matches<T: Operand + ?Sized>(value: &T, pattern: &Pattern) -> bool
where
    T::Value: HasText,
{
    passes(value, |text| pattern.matches(text))
}

/// `one_of("a", "b")` of texts.
pub fn one_of<T: Operand + ?Sized>(value: &T, options: &[&str]) -> bool
where
    T::Value: HasText,
{
    passes(value, |text| options.contains(&text))
}

/// The characters that are spaces on every engine.
const SPACES: [char; 6] = [' ', '\t', '\n', '\r', '\u{b}', '\u{c}'];

/// `not_blank`
pub fn not_blank<T: Operand + ?Sized>(value: &T) -> bool
where
    T::Value: HasText,
{
    passes(value, |text| text.contains(|c| !SPACES.contains(&c)))
}

/// `ascii`
pub fn ascii<T: Operand + ?Sized>(value: &T) -> bool
where
    T::Value: HasText,
{
    passes(value, str::is_ascii)
}

/// `starts_with = ".."`
pub fn starts_with<T: Operand + ?Sized>(value: &T, start: &str) -> bool
where
    T::Value: HasText,
{
    passes(value, |text| text.starts_with(start))
}

/// `ends_with = ".."`
pub fn ends_with<T: Operand + ?Sized>(value: &T, end: &str) -> bool
where
    T::Value: HasText,
{
    passes(value, |text| text.ends_with(end))
}

/// `contains = ".."`
pub fn contains<T: Operand + ?Sized>(value: &T, part: &str) -> bool
where
    T::Value: HasText,
{
    passes(value, |text| text.contains(part))
}
