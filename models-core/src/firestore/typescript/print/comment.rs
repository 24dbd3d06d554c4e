//! Comments.

use std::fmt::{self, Write};

/// Paragraphs as one comment for documentation, this deep; nothing at all when
/// there are none.
pub(in super::super) struct DocComment<'a> {
    pub(in super::super) depth: usize,
    pub(in super::super) paragraphs: &'a [&'a str],
}

impl fmt::Display for DocComment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let paragraphs = self.paragraphs.iter().filter(|paragraph| !paragraph.trim().is_empty());
        let mut lines: Vec<String> = Vec::new();
        for paragraph in paragraphs {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.extend(paragraph.lines().map(line));
        }
        let indent = format!("{:width$}", "", width = 2 * self.depth);
        match lines.as_slice() {
            [] => Ok(()),
            [one] => writeln!(f, "{indent}/** {one} */"),
            many => {
                writeln!(f, "{indent}/**")?;
                for line in many {
                    writeln!(f, "{}", format!("{indent} * {line}").trim_end())?;
                }
                writeln!(f, "{indent} */")
            }
        }
    }
}

/// A line that neither ends the comment nor begins a tag of its own: a
/// backslash before a sign says in Markdown that it is nothing else.
fn line(text: &str) -> String {
    let text = text.trim_end();
    let mut line = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let begins = text.get(..at).is_some_and(|start| start.trim().is_empty());
        let is_tag = character == '@' && (begins || before == '{');
        if is_tag || (character == '/' && before == '*') {
            line.push('\\');
        }
        let _ = line.write_char(if character.is_control() { ' ' } else { character });
        before = character;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::DocComment;

    fn comment(text: &str) -> String {
        DocComment { depth: 1, paragraphs: &["", text] }.to_string()
    }

    #[test]
    fn no_comment_ends_early() {
        assert_eq!(comment(" \n"), "");
        assert_eq!(comment("a */ b"), "  /** a *\\/ b */\n");
        assert_eq!(comment("/ first"), "  /** / first */\n");
        assert_eq!(comment("@name {@link x} a@b"), "  /** \\@name {\\@link x} a@b */\n");
        assert_eq!(comment("a\r\n\nb"), "  /**\n   * a\n   *\n   * b\n   */\n");
        let whole = comment("ends in *\n/ begins");
        assert_eq!(whole.matches("*/").count(), 1, "{whole}");
    }
}
