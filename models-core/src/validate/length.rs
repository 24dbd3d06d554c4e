//! The length of a text, and the number of items of a list.

use std::collections::BTreeMap;

use crate::access::Operand;

/// A value with a length.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no length",
    label = "`length` is about texts (characters) and `Vec<u8>` (bytes)",
    note = "the number of items of a list or a map is `items(..)`"
)]
pub trait HasLength {
    /// Whether the length is from `min` to `max`.
    fn is_between(&self, min: u32, max: u32) -> bool;
}

/// Characters are code points: what PostgreSQL's `char_length` counts.
impl HasLength for str {
    #[inline]
    fn is_between(&self, min: u32, max: u32) -> bool {
        // A character has one byte to four, so that most texts need no counting.
        let (bytes, min, max) = (self.len(), min as usize, max as usize);
        let surely_inside = bytes <= max && min <= bytes.div_ceil(4);
        surely_inside || has_characters(self, min, max)
    }
}

#[cold]
fn has_characters(text: &str, min: usize, max: usize) -> bool {
    if text.len() < min || text.len().div_ceil(4) > max {
        return false;
    }
    (min..=max).contains(&text.chars().count())
}

impl HasLength for Vec<u8> {
    #[inline]
    fn is_between(&self, min: u32, max: u32) -> bool {
        (min as usize..=max as usize).contains(&self.len())
    }
}

/// A value with items.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no items",
    label = "`items` is about lists and maps",
    note = "the number of characters of a text is `length(..)`"
)]
pub trait HasItems {
    /// How many items it has.
    fn count(&self) -> usize;
}

impl<T> HasItems for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }
}

impl<T> HasItems for BTreeMap<String, T> {
    fn count(&self) -> usize {
        self.len()
    }
}

/// `length(min = .., max = ..)`
pub fn length<T: Operand + ?Sized>(value: &T, min: u32, max: u32) -> bool
where
    T::Value: HasLength,
{
    value.value().is_none_or(|value| value.is_between(min, max))
}

/// `items(min = .., max = ..)`
pub fn items<T: Operand + ?Sized>(value: &T, min: u32, max: u32) -> bool
where
    T::Value: HasItems,
{
    value.value().is_none_or(|value| (min as usize..=max as usize).contains(&value.count()))
}

#[cfg(test)]
mod tests {
    use super::{items, length};

    /// One below, at, and one above, in characters of one to four bytes.
    #[test]
    fn characters_are_counted_and_not_bytes() {
        for letter in ["a", "é", "漢", "🦀", "\u{301}"] {
            for count in 0..12 {
                let text = letter.repeat(count);
                for min in 0..6 {
                    for max in min..8 {
                        let expected = (min as usize..=max as usize).contains(&count);
                        assert_eq!(length(&text, min, max), expected, "{text} {min} {max}");
                    }
                }
            }
        }
    }

    #[test]
    fn an_absent_value_satisfies_every_rule() {
        assert!(length(&None::<String>, 3, 5));
        assert!(items(&None::<Vec<i32>>, 3, 5));
        assert!(!items(&Some(vec![1, 2]), 3, 5));
        assert!(length(&vec![0_u8; 3], 3, 3));
    }
}
