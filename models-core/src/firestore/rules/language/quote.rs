//! The one place where names, texts and comments are made safe.

use std::fmt::Write;

/// Writes a text between quotes.
pub(super) fn write_text(out: &mut String, text: &str) {
    out.push('\'');
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'\'' | b'\\')) {
        out.push_str(text);
    } else {
        text.chars().for_each(|c| write_character(out, c));
    }
    out.push('\'');
}

fn write_character(out: &mut String, c: char) {
    match c {
        '\'' | '\\' => out.extend(['\\', c]),
        '\n' => out.push_str("\\n"),
        c if is_invisible(c) => {
            let _ = write!(out, "\\u{:04X}", u32::from(c));
        }
        c => out.push(c),
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

/// Whether it can stand as a name without quotes: an identifier, and not a word
/// that means something else in one of the places where a name can stand.
pub(super) fn is_identifier(name: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    let is_word = matches!(
        name,
        "allow"
            | "false"
            | "function"
            | "if"
            | "import"
            | "in"
            | "is"
            | "let"
            | "match"
            | "null"
            | "return"
            | "rules_version"
            | "service"
            | "true"
    );
    name.bytes().next().is_some_and(is_letter)
        && name.bytes().all(|byte| is_letter(byte) || byte.is_ascii_digit())
        && !is_word
}

/// Whether a name can stand in a path as it is, also in that of a `match`.
pub(crate) fn is_plain_segment(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    !name.is_empty() && name.bytes().all(is_plain) && !matches!(name, "." | "..")
}

/// Writes a line of a comment, behind `// `: without what would end it, or make
/// it look like the mark of a region.
pub(super) fn write_comment(out: &mut String, text: &str) {
    let text = text.trim();
    if text.starts_with('<') {
        out.push('\\');
    }
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        out.push_str(text);
    } else {
        out.extend(text.chars().map(|c| if is_invisible(c) { ' ' } else { c }));
    }
}

#[cfg(test)]
mod tests {
    use super::super::RulesExpr;
    use super::write_comment;

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
            assert_eq!(RulesExpr::text(text).to_string(), quoted);
        }
    }

    #[test]
    fn a_field_is_a_name_or_a_text() {
        for (name, member) in [
            ("title", "d.title"),
            ("_x1", "d._x1"),
            ("1a", "d['1a']"),
            ("service", "d['service']"),
            ("a.b", "d['a.b']"),
            ("é", "d['é']"),
        ] {
            assert_eq!(RulesExpr::name("d").member(name).to_string(), member);
        }
    }

    #[test]
    fn a_comment_ends_at_its_line_and_marks_no_region() {
        let comment = |text: &str| {
            let mut out = String::new();
            write_comment(&mut out, text);
            out
        };
        assert_eq!(comment(" a\u{2028}b\nc "), "a b c");
        assert_eq!(comment("</own>"), r"\</own>");
    }
}
