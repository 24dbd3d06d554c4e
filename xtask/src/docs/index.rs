//! The table of all conventions.

use super::convention::{Conventions, first_sentence};

/// The index page.
pub(super) fn render(conventions: &Conventions) -> String {
    let mut page = "<!-- Written by `cargo xtask docs`; edit the sources. -->\n\n\
                    # Conventions\n\n\
                    What breaks one of these does not compile. The stage says what is looked at: \
                    one struct, as its derive runs; the types of its fields; or the schema, as \
                    the models are put together.\n\n\
                    | convention | stage | |\n|---|---|---|\n"
        .to_owned();
    for (name, parts) in conventions {
        let stages: Vec<&str> = parts.iter().map(|part| part.stage).collect();
        let sentence = parts.first().map(|part| first_sentence(&part.text)).unwrap_or_default();
        let sentence = sentence.replace('|', "\\|");
        let row = format!("| [`{name}`]({name}.md) | {} | {sentence} |\n", stages.join(", "));
        page.push_str(&row);
    }
    page
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::docs::convention::{Conventions, Part};

    #[test]
    fn a_row_has_the_name_the_stages_and_the_first_sentence() {
        let part = |stage, text: &str| Part { stage, source: "s".into(), text: text.into() };
        let mut conventions = Conventions::new();
        conventions.insert("b".into(), vec![part("struct", "Either | or. More.")]);
        conventions.insert("a".into(), vec![part("struct", "One."), part("schema", "Two.")]);
        let page = render(&conventions);
        let rows: Vec<&str> = page.lines().skip_while(|line| !line.starts_with("|---")).collect();
        assert_eq!(
            rows[1..],
            [
                "| [`a`](a.md) | struct, schema | One. |",
                "| [`b`](b.md) | struct | Either \\| or. |"
            ]
        );
    }
}
