//! The one place where texts are quoted for JSON and TypeScript.

use std::fmt::{self, Write};

/// A text as a literal of JSON, which is one of JavaScript too.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JsonText<'a>(pub(crate) &'a str);

impl fmt::Display for JsonText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for character in self.0.chars() {
            match character {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                hidden if is_hidden(hidden) => write!(f, "\\u{:04x}", u32::from(hidden))?,
                plain => f.write_char(plain)?,
            }
        }
        f.write_char('"')
    }
}

/// Characters that are not seen: controls, what ends a line in JavaScript, and
/// what turns the direction of a text, so that it reads as something else. All
/// of them have four digits.
pub(crate) const fn is_hidden(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::JsonText;

    #[test]
    fn a_literal_is_its_text_again() {
        let text: String =
            (0..0x3000).filter_map(char::from_u32).chain(['🦀', '\u{feff}']).collect();
        let literal = JsonText(&text).to_string();
        assert_eq!(serde_json::from_str::<String>(&literal).ok(), Some(text));
        assert!(!literal.contains(['\n', '\r', '\u{2028}', '\u{2029}', '\u{202e}']));
    }
}
