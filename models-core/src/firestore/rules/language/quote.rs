//! The one place where names, texts and comments are made safe.

use std::fmt::{self, Write};

/// A text between quotes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoted<'a>(pub(super) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('\'')?;
        for c in self.0.chars() {
            match c {
                '\'' | '\\' => write!(f, "\\{c}")?,
                '\n' => f.write_str("\\n")?,
                c if is_invisible(c) => write!(f, "\\u{:04X}", u32::from(c))?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('\'')
    }
}

/// Whether a reader could not see that the character is there, or would see
/// what follows in another order. All of these have four hexadecimal digits;
/// the language has no escape for more.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{FEFF}' | '\u{180E}')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
}

/// A field of a map: `.name`, or `['name']` where it is no identifier.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member<'a>(pub(super) &'a str);

impl fmt::Display for Member<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if is_identifier(self.0) {
            write!(f, ".{}", self.0)
        } else {
            write!(f, "[{}]", Quoted(self.0))
        }
    }
}

/// Words that stand for something else in one of the places where a name can.
const WORDS: [&str; 14] = [
    "allow",
    "false",
    "function",
    "if",
    "import",
    "in",
    "is",
    "let",
    "match",
    "null",
    "return",
    "rules_version",
    "service",
    "true",
];

/// Whether it can stand as a name without quotes.
pub(crate) fn is_identifier(name: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    name.bytes().next().is_some_and(is_letter)
        && name.bytes().all(|byte| is_letter(byte) || byte.is_ascii_digit())
        && !WORDS.contains(&name)
}

/// A line of a comment, behind `// `: without what would end it, or make it
/// look like the mark of a region.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Comment<'a>(pub(crate) &'a str);

impl fmt::Display for Comment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.trim();
        if text.starts_with('<') {
            f.write_char('\\')?;
        }
        text.chars().try_for_each(|c| f.write_char(if is_invisible(c) { ' ' } else { c }))
    }
}

#[cfg(test)]
mod tests {
    use super::{Comment, Member, Quoted};

    #[test]
    fn a_text_comes_through() {
        for (text, quoted) in [
            ("", "''"),
            ("it's", r"'it\'s'"),
            (r#"a\"b"#, r#"'a\\"b'"#),
            ("a\nb\r\0", r"'a\nb\u000D\u0000'"),
            ("*/ // $(x) 😀 é", "'*/ // $(x) 😀 é'"),
            ("\u{202e}\u{2028}", r"'\u202E\u2028'"),
        ] {
            assert_eq!(Quoted(text).to_string(), quoted);
        }
    }

    #[test]
    fn a_field_is_a_name_or_a_text() {
        for (name, member) in [
            ("title", ".title"),
            ("_x1", "._x1"),
            ("1a", "['1a']"),
            ("service", "['service']"),
            ("a.b", "['a.b']"),
            ("é", "['é']"),
        ] {
            assert_eq!(Member(name).to_string(), member);
        }
    }

    #[test]
    fn a_comment_ends_at_its_line_and_marks_no_region() {
        assert_eq!(Comment(" a\u{2028}b\nc ").to_string(), "a b c");
        assert_eq!(Comment("</own>").to_string(), r"\</own>");
    }
}
