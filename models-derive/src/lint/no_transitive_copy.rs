//! # `no_transitive_copy`
//!
//! A table does not repeat what its foreign key leads to: no `author_name`
//! beside `author_id`.
//!
//! The copy is right until the parent changes; from then on two answers are
//! stored, and which one is shown depends on the page. A join, or a view,
//! reads the one that is true.
//!
//! Not every `author_*` is a copy: `author_note` and `author_since` are facts
//! about this row. What is refused is a field that is called after a foreign
//! key of the same model and ends in a word for what things are called by,
//! look like or are reached at (`name`, `title`, `slug`, `avatar`, `email`,
//! `address`, ..). A value that is kept as it was at the time, such as the
//! name of a product on an invoice, is not a copy: it is allowed with
//! `allow(no_transitive_copy, reason = "..")`.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Field, Model};

pub(super) const CONVENTION: Convention = Convention { name: "no_transitive_copy", check };

/// The last words of names that say what something is called by, looks like
/// or is reached at.
pub(super) const WORDS: [&str; 27] = [
    "address",
    "avatar",
    "bio",
    "city",
    "color",
    "colour",
    "country",
    "description",
    "email",
    "firstname",
    "handle",
    "icon",
    "image",
    "label",
    "lastname",
    "logo",
    "mail",
    "name",
    "nickname",
    "phone",
    "photo",
    "picture",
    "slug",
    "surname",
    "title",
    "url",
    "username",
];

fn check(model: &Model, findings: &mut Findings) {
    for field in model.fields.iter().filter(|field| field.is_column(model)) {
        let is_key = field.references.is_some() || field.id.is_some();
        let keys = model.fields.iter().filter_map(|key| copied(key, field));
        let Some((key, rest)) = keys.max_by_key(|(key, _)| key.name.len()) else { continue };
        if is_key || field.may_declare("references") {
            continue;
        }
        findings.about(
            &field.name,
            Diagnostic::new(
                field.ident.span(),
                format!("`{}` repeats what `{}` leads to", field.name, key.name),
            )
            .why("the copy is wrong as soon as the original changes")
            .fix(format!(
                "read `{rest}` through `{}`; if it is kept as it was at the time, `allow(no_transitive_copy, reason = \"..\")`",
                key.name
            )),
        );
    }
}

/// The foreign key and what is copied through it, when that is what a field is.
fn copied<'a>(key: &'a Field, field: &'a Field) -> Option<(&'a Field, &'a str)> {
    key.references.as_ref()?;
    let stem = key.name.strip_suffix("id")?;
    let rest = field.name.strip_prefix(stem).filter(|_| stem.len() > 1)?;
    let last = rest.rsplit('_').next()?;
    (stem.ends_with('_') && WORDS.contains(&last)).then_some((key, rest))
}

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn the_words_are_sorted() {
        assert!(WORDS.is_sorted());
    }
}
