//! The names of what a description does not name: stable, and never cut.

use std::mem;

use super::fingerprint::Fingerprint;

/// PostgreSQL cuts longer names, in bytes, with no more than a notice.
pub const LONGEST: usize = 63;

/// A derived name: of what it belongs to (`posts`, `author_id`), and what it
/// is (`fkey`; empty for a function).
#[derive(Debug)]
pub(crate) struct Derived<'k> {
    stem: String,
    kind: &'k str,
}

impl<'k> Derived<'k> {
    /// The name of a kind of thing that belongs to a table.
    pub(crate) fn new(table: &str, kind: &'k str) -> Self {
        let mut stem = String::with_capacity(LONGEST);
        stem.push_str(table);
        Self { stem, kind }
    }

    /// A name of this kind as it was derived before, in full or shortened.
    pub(crate) fn again(name: &str, kind: &'k str) -> Self {
        let stem = name.strip_suffix(kind).and_then(|stem| stem.strip_suffix('_'));
        let stem = stem.unwrap_or(name);
        let is_long = name.len() + '\u{10ffff}'.len_utf8() > LONGEST;
        let shortened = stem.rsplit_once('_').filter(|(_, hash)| is_long && is_hash(hash));
        Self::new(shortened.map_or(stem, |(stem, _)| stem), kind)
    }

    /// One more word in the name: a column.
    #[must_use]
    pub(crate) fn and(mut self, word: &str) -> Self {
        self.stem.push('_');
        self.stem.push_str(word);
        self
    }

    /// The name in full, as PostgreSQL itself would choose it, or shortened.
    pub(crate) fn plain(&self) -> String {
        let mut name = String::with_capacity(self.length());
        name.push_str(&self.stem);
        self.finish(&mut name);
        if name.len() <= LONGEST { name } else { self.hashed(Fingerprint::of(&name)) }
    }

    /// The same, written behind the stem.
    pub(crate) fn into_plain(mut self) -> String {
        if self.length() > LONGEST {
            return self.plain();
        }
        let mut name = mem::take(&mut self.stem);
        self.finish(&mut name);
        name
    }

    /// The name with the hash of what tells it from others of the same name.
    pub(crate) fn hashed(&self, fingerprint: Fingerprint) -> String {
        let hash = format!("_{:08x}", fingerprint.short());
        let room = LONGEST.saturating_sub(self.length() - self.stem.len() + hash.len());
        let mut name = self.stem[..self.stem.floor_char_boundary(room)].to_owned();
        name.push_str(&hash);
        self.finish(&mut name);
        name
    }

    fn length(&self) -> usize {
        self.stem.len() + if self.kind.is_empty() { 0 } else { 1 + self.kind.len() }
    }

    fn finish(&self, name: &mut String) {
        if !self.kind.is_empty() {
            name.push('_');
            name.push_str(self.kind);
        }
    }
}

/// Whether this can be the hash in a name that was shortened.
fn is_hash(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// A derived name of up to three words: `posts_author_id_fkey`. The last may
/// be empty.
pub(crate) fn name_of(words: [&str; 3]) -> String {
    let [first, second, last] = words;
    let length = first.len() + second.len() + last.len() + 2;
    if length > LONGEST {
        return match last {
            "" => Derived::new(first, second).into_plain(),
            last => Derived::new(first, last).and(second).into_plain(),
        };
    }
    let mut name = String::with_capacity(length);
    name.push_str(first);
    name.push('_');
    name.push_str(second);
    if !last.is_empty() {
        name.push('_');
        name.push_str(last);
    }
    name
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Derived, LONGEST, name_of};

    /// Names in a database stay what they are: a change here is a migration.
    #[test]
    fn names_do_not_change() {
        assert_eq!(&*Derived::new("posts", "pkey").plain(), "posts_pkey");
        assert_eq!(&*name_of(["posts", "author_id", "fkey"]), "posts_author_id_fkey");
        assert_eq!(&*name_of(["posts", "select", ""]), "posts_select");
        assert_eq!(&*name_of(["posts", "select", "owner"]), "posts_select_owner");
        let long = "a_very_long_name_of_a_table_that_somebody_thought_was_a_good_id";
        assert_eq!(
            &*name_of([long, "author_id", "fkey"]),
            "a_very_long_name_of_a_table_that_somebody_thought_9e437d28_fkey"
        );
    }

    #[test]
    fn names_are_cut_between_characters() {
        let name = name_of([&"ä".repeat(31), "漢", "key"]);
        assert!(name.len() <= LONGEST && name.starts_with('ä') && name.ends_with("_key"), "{name}");
    }

    fn word() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-z_]{1,12}",
            "[a-z_]{40,63}",
            "\\PC{1,15}".prop_filter("a name takes 63 bytes", |name| name.len() <= LONGEST),
        ]
    }

    proptest! {
        #[test]
        fn names_fit_and_say_what_they_are(table in word(), column in word()) {
            let name = name_of([&table, &column, "fkey"]);
            prop_assert!(name.len() <= LONGEST);
            prop_assert!(name.ends_with("_fkey"));
            prop_assert_eq!(&name, &name_of([&table, &column, "fkey"]));
            let whole = format!("{table}_{column}_fkey");
            prop_assert_eq!(whole.len() <= LONGEST, *name == *whole);
        }

        /// Two columns of a table never share a name, however long they are.
        #[test]
        fn names_of_two_columns_differ(table in word(), a in word(), b in word()) {
            prop_assume!(a != b);
            prop_assert_ne!(name_of([&table, &a, "key"]), name_of([&table, &b, "key"]));
        }
    }
}
