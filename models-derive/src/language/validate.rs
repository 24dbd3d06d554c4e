//! The rules of `#[validate(..)]` on a field, and what they take.

use super::{ALONE_OR_LIST, Key, KeySet, LIST, Mistake, VALUE, VALUE_OR_LIST};

pub(crate) const RULES: KeySet = KeySet::new(
    &[
        Key::new(
            "length",
            LIST,
            "write `length(min = 1, max = 100)`",
            "The characters of a text, or the bytes of a `Vec<u8>`.",
        ),
        Key::new(
            "items",
            LIST,
            "write `items(max = 20)`",
            "The items of a list, or the entries of a map.",
        ),
        Key::new(
            "range",
            LIST,
            "write `range(min = 0, max = 100)`",
            "The limits of a number, a date or a moment.",
        ),
        Key::new(
            "pattern",
            VALUE_OR_LIST,
            "write `pattern = \"[a-z0-9_]+\"`",
            "A regular expression that the whole text matches.",
        ),
        Key::new(
            "one_of",
            LIST,
            "write `one_of(\"a\", \"b\")`",
            "A closed list of texts or numbers.",
        ),
        Key::new("email", ALONE_OR_LIST, "write `email`", "An email address."),
        Key::new("url", ALONE_OR_LIST, "write `url`", "An `http` or `https` address."),
        Key::new("not_blank", ALONE_OR_LIST, "write `not_blank`", "Not only white space."),
        Key::new("ascii", ALONE_OR_LIST, "write `ascii`", "ASCII characters only."),
        Key::new(
            "starts_with",
            VALUE_OR_LIST,
            "write `starts_with = \"..\"`",
            "How a text begins.",
        ),
        Key::new("ends_with", VALUE_OR_LIST, "write `ends_with = \"..\"`", "How a text ends."),
        Key::new("contains", VALUE_OR_LIST, "write `contains = \"..\"`", "What a text contains."),
        Key::new(
            "multiple_of",
            VALUE_OR_LIST,
            "write `multiple_of = 5`",
            "A whole number that this one divides.",
        ),
        Key::new(
            "finite",
            ALONE_OR_LIST,
            "write `finite`",
            "A float, but not infinite and not `NaN`.",
        ),
        Key::new("each", LIST, "write `each(length(max = 30))`", "Rules for every item of a list."),
        Key::new("keys", LIST, "write `keys(length(max = 30))`", "Rules for every key of a map."),
        Key::new(
            "values",
            LIST,
            "write `values(length(max = 30))`",
            "Rules for every value of a map.",
        ),
        Key::new(
            "custom",
            VALUE_OR_LIST,
            "write `custom = path::to::a_function`",
            "A function of your own, called in Rust only.",
        ),
        Key::new(
            "nested",
            &[super::Form::Alone],
            "write `nested`",
            "The value has rules of its own: `#[derive(Validate)]`.",
        ),
    ],
    &[
        Mistake::synonym(&["len", "size", "max_length", "min_length", "char_length"], "length"),
        Mistake::synonym(&["min", "max", "between", "gte", "lte"], "range"),
        Mistake::synonym(&["regex", "matches", "re"], "pattern"),
        Mistake::synonym(&["prefix"], "starts_with"),
        Mistake::synonym(&["suffix"], "ends_with"),
        Mistake::synonym(&["inner", "item"], "each"),
        Mistake::synonym(&["dive"], "nested"),
        Mistake::synonym(&["non_empty", "required", "not_empty"], "not_blank"),
    ],
);

const MIN: Key = Key::new("min", VALUE, "write `min = 1`", "The least that is valid.");
const MAX: Key = Key::new("max", VALUE, "write `max = 100`", "The most that is valid.");
const CODE: Key =
    Key::new("code", VALUE, "write `code = \"..\"`", "The code of the violation, for programs.");
const MESSAGE: Key = Key::new(
    "message",
    VALUE,
    "write `message = \"..\"`",
    "The text of the violation, for people.",
);

/// What `length(..)` and `items(..)` take.
pub(crate) const COUNT: KeySet = KeySet::new(
    &[
        MIN,
        MAX,
        Key::new("equal", VALUE, "write `equal = 5`", "Exactly so many: `min` and `max` at once."),
        CODE,
        MESSAGE,
    ],
    &[],
);

/// What `range(..)` takes.
pub(crate) const RANGE: KeySet = KeySet::new(
    &[
        MIN,
        MAX,
        Key::new("above", VALUE, "write `above = 0`", "Greater than this, and not equal."),
        Key::new("below", VALUE, "write `below = 100`", "Less than this, and not equal."),
        CODE,
        MESSAGE,
    ],
    &[],
);

/// What every rule takes.
pub(crate) const WORDING: KeySet = KeySet::new(&[CODE, MESSAGE], &[]);
