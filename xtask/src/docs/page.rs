//! The page of one convention.

use super::convention::Part;
use super::fixture::{Fixture, fenced};

/// The page of the convention `name`.
pub(super) fn render(name: &str, parts: &[Part], fixture: &Fixture) -> String {
    let mut page =
        format!("<!-- Written by `cargo xtask docs`; edit the source. -->\n\n# {name}\n");
    for part in parts {
        page.push('\n');
        page.push_str(&part.text);
        page.push('\n');
    }
    let examples = [
        ("Refused", "rust", &fixture.bad),
        ("The compiler says", "text", &fixture.message),
        ("Accepted", "rust", &fixture.good),
    ];
    for (title, language, text) in examples {
        if let Some(text) = text {
            page.extend(["\n## ", title, "\n\n", &fenced(language, text)]);
        }
    }
    page.push_str("\n---\n\nEnforced for the ");
    let sources: Vec<String> = parts.iter().map(source).collect();
    page.push_str(&sources.join(" and the "));
    page.push_str(". [All conventions](README.md)\n");
    page
}

fn source(part: &Part) -> String {
    format!("{} by [`{1}`](../../{1})", part.stage, part.source)
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::docs::convention::Part;
    use crate::docs::fixture::Fixture;

    fn part(stage: &'static str, source: &str, text: &str) -> Part {
        Part { stage, source: source.into(), text: text.into() }
    }

    #[test]
    fn a_page_has_the_text_the_examples_and_the_sources() {
        let parts = [part("struct", "a/x.rs", "Why."), part("schema", "b/x.rs", "More.")];
        let fixture =
            Fixture { bad: Some("bad\n".into()), message: Some("error\n".into()), good: None };
        let page = "<!-- Written by `cargo xtask docs`; edit the source. -->\n\n# x\n\nWhy.\n\n\
                    More.\n\n## Refused\n\n```rust\nbad\n```\n\n## The compiler says\n\n\
                    ```text\nerror\n```\n\n---\n\nEnforced for the struct by \
                    [`a/x.rs`](../../a/x.rs) and the schema by [`b/x.rs`](../../b/x.rs). \
                    [All conventions](README.md)\n";
        assert_eq!(render("x", &parts, &fixture), page);
    }

    #[test]
    fn without_examples_there_are_no_headings_for_them() {
        let page = render("x", &[part("struct", "a/x.rs", "Why.")], &Fixture::default());
        assert!(!page.contains("## "));
    }
}
