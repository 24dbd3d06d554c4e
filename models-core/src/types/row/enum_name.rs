//! The name that sqlx looks a native enum up by.
//!
//! The server looks a bare name up along the search path of the caller, where
//! it need not be, and where another type may come first. So the name has its
//! schema. Quotes keep capital letters, and make a keyword a name.

use std::marker::PhantomData;

use crate::schema::{EnumType, Text};
use crate::types::ModelEnum;

/// The bytes of a name that PostgreSQL stores.
const MAX_NAME_BYTES: usize = 63;

/// What follows the name of an element type.
const LIST: &str = "[]";

/// The longest name: the schema, a dot, a name of quotes alone between two of them, and
/// `[]`.
const CAPACITY: usize = EnumType::SCHEMA.len() + 1 + 2 * MAX_NAME_BYTES + 2 + LIST.len();

/// The names of one enum and of its list, known while it compiles.
pub(in crate::types) struct EnumName<E>(PhantomData<E>);

impl<E: ModelEnum> EnumName<E> {
    const ENUM: &'static EnumType = &E::ENUM;
    const WRITTEN: &'static Option<QuotedName> = &QuotedName::new(Self::ENUM);

    /// `public."status"`; `None` where sqlx could not look it up.
    pub(in crate::types) const ALONE: Option<&'static str> = match Self::WRITTEN {
        Some(written) => written.up_to(written.length - LIST.len()),
        None => None,
    };

    /// `public."status"[]`
    pub(in crate::types) const LIST: Option<&'static str> = match Self::WRITTEN {
        Some(written) => written.up_to(written.length),
        None => None,
    };
}

/// The name of a list, whose beginning is the name of its elements.
struct QuotedName {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl QuotedName {
    /// `None` where the name is too long for PostgreSQL, or not in ASCII, which
    /// sqlx does not quote as PostgreSQL reads it.
    const fn new(of: &EnumType) -> Option<Self> {
        let name = match &of.name {
            Text::Borrowed(name) => name,
            Text::Owned(name) => name.as_str(),
        };
        if !name.is_ascii() || name.is_empty() || name.len() > MAX_NAME_BYTES {
            return None;
        }
        let mut written = Self { bytes: [0; CAPACITY], length: 0 };
        written.push(EnumType::SCHEMA);
        written.push(".\"");
        let bytes = name.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            if bytes[i] == b'"' {
                written.push_byte(b'"');
            }
            written.push_byte(bytes[i]);
            i += 1;
        }
        written.push("\"");
        written.push(LIST);
        Some(written)
    }

    const fn push(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            self.push_byte(bytes[i]);
            i += 1;
        }
    }

    const fn push_byte(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }

    const fn up_to(&self, length: usize) -> Option<&str> {
        let (text, _) = self.bytes.split_at(length);
        match core::str::from_utf8(text) {
            Ok(text) => Some(text),
            // All of it is ASCII, so this cannot be reached.
            Err(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::EnumName;
    use crate::schema::{EnumType, List, Text};
    use crate::types::ModelEnum;

    /// The two names of an enum of this name.
    macro_rules! names {
        ($name:expr) => {{
            struct Native;
            impl ModelEnum for Native {
                const ENUM: EnumType =
                    EnumType::new(Text::Borrowed($name), List::Borrowed(&[]), true);
                fn label(&self) -> &'static str {
                    ""
                }
                fn from_label(_: &str) -> Option<Self> {
                    Some(Self)
                }
            }
            (EnumName::<Native>::ALONE, EnumName::<Native>::LIST)
        }};
    }

    #[test]
    fn a_name_has_its_schema_and_quotes() {
        let both = |alone, list| (Some(alone), Some(list));
        assert_eq!(names!("status"), both("public.\"status\"", "public.\"status\"[]"));
        assert_eq!(names!("Order By"), both("public.\"Order By\"", "public.\"Order By\"[]"));
        assert_eq!(names!("a\"b'c\\"), both("public.\"a\"\"b'c\\\"", "public.\"a\"\"b'c\\\"[]"));
    }

    /// A text that is known while it compiles.
    const fn text(bytes: &'static [u8]) -> &'static str {
        match core::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    #[test]
    fn the_longest_name_fits_and_others_are_nothing() {
        let (alone, list) = names!(text(&[b'"'; super::MAX_NAME_BYTES]));
        assert_eq!(list.map(str::len), Some(super::CAPACITY));
        assert_eq!(alone.map(str::len), Some(super::CAPACITY - 2));
        assert_eq!(names!(text(&[b'a'; super::MAX_NAME_BYTES + 1])), (None, None));
        assert_eq!(names!("größe"), (None, None));
        assert_eq!(names!(""), (None, None));
    }
}
