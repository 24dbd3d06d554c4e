//! The name that sqlx looks a native enum up by.
//!
//! The server looks a bare name up along the search path of whoever asks, where
//! it need not be, and where another type may come first. So the name has its
//! schema. In quotes, also a keyword is one, and a capital letter stays one.

use std::marker::PhantomData;

use crate::schema::{EnumType, Text};
use crate::types::ModelEnum;

/// What PostgreSQL keeps of a name, in bytes.
const LONGEST: usize = 63;

/// Behind the name of a list.
const LIST: &str = "[]";

/// Room for the schema, a dot, a name of quotes alone between two of them, and
/// the sign of a list.
const ROOM: usize = EnumType::SCHEMA.len() + 1 + 2 * LONGEST + 2 + LIST.len();

/// The names of one enum and of its list, known while it compiles.
pub(super) struct NameOf<E>(PhantomData<E>);

impl<E: ModelEnum> NameOf<E> {
    const ENUM: &'static EnumType = &E::ENUM;
    const WRITTEN: &'static Option<Written> = &Written::new(Self::ENUM);

    /// `public."status"`; nothing, where sqlx could not ask for it.
    pub(super) const ALONE: Option<&'static str> = match Self::WRITTEN {
        Some(written) => written.up_to(written.length - LIST.len()),
        None => None,
    };

    /// `public."status"[]`
    pub(super) const LIST: Option<&'static str> = match Self::WRITTEN {
        Some(written) => written.up_to(written.length),
        None => None,
    };
}

/// The name of a list, whose beginning is the name of its elements.
struct Written {
    bytes: [u8; ROOM],
    length: usize,
}

impl Written {
    /// Nothing where the name is too long for PostgreSQL, or not in ASCII, which
    /// sqlx does not quote as PostgreSQL reads it.
    const fn new(of: &EnumType) -> Option<Self> {
        let name = match &of.name {
            Text::Borrowed(name) => name,
            Text::Owned(name) => name.as_str(),
        };
        if !name.is_ascii() || name.is_empty() || name.len() > LONGEST {
            return None;
        }
        let mut written = Self { bytes: [0; ROOM], length: 0 };
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
    use super::NameOf;
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
            (NameOf::<Native>::ALONE, NameOf::<Native>::LIST)
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
        let (alone, list) = names!(text(&[b'"'; super::LONGEST]));
        assert_eq!(list.map(str::len), Some(super::ROOM));
        assert_eq!(alone.map(str::len), Some(super::ROOM - 2));
        assert_eq!(names!(text(&[b'a'; super::LONGEST + 1])), (None, None));
        assert_eq!(names!("größe"), (None, None));
        assert_eq!(names!(""), (None, None));
    }
}
