//! The names of what a description does not name: stable, and never cut.

use std::fmt::{self, Write};

use super::fingerprint::Fingerprint;
use crate::postgres::text::quote::{Ident, is_plain};
use crate::postgres::text::sql::Sql;

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

    /// One more word in the name: a column.
    #[must_use]
    pub(crate) fn and(mut self, word: &str) -> Self {
        self.stem.push('_');
        self.stem.push_str(word);
        self
    }

    /// The name in full, as PostgreSQL itself would choose it, or shortened.
    pub(crate) fn plain(&self) -> Box<str> {
        let mut name = String::with_capacity(self.length());
        name.push_str(&self.stem);
        self.finish(&mut name);
        if name.len() <= LONGEST { name.into() } else { self.hashed(Fingerprint::of(&name)) }
    }

    /// The name with the hash of what tells it from others of the same name.
    pub(crate) fn hashed(&self, fingerprint: Fingerprint) -> Box<str> {
        let hash = format!("_{:08x}", fingerprint.short());
        let room = LONGEST.saturating_sub(self.length() - self.stem.len() + hash.len());
        let mut name = self.stem[..self.stem.floor_char_boundary(room)].to_owned();
        name.push_str(&hash);
        self.finish(&mut name);
        name.into()
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

/// A derived name of up to three words, which is worked out where it is
/// written: most names are short and need no quotes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameOf<'a>(pub(crate) [&'a str; 3]);

impl NameOf<'_> {
    /// The name, without quotes.
    pub(crate) fn plain(self) -> Box<str> {
        let [first, second, last] = self.0;
        match self.0.map(str::len) {
            [_, _, 0] => Derived::new(first, second).plain(),
            _ => Derived::new(first, last).and(second).plain(),
        }
    }
}

impl Sql for NameOf<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let Self([first, second, last]) = *self;
        let fits = first.len() + second.len() + last.len() + 2 <= LONGEST;
        // No word of SQL that must be quoted ends as these names do.
        if !fits || !self.0.into_iter().all(is_plain) {
            return Ident::new(&self.plain()).sql(w);
        }
        w.write_str(first)?;
        w.write_char('_')?;
        w.write_str(second)?;
        if last.is_empty() {
            return Ok(());
        }
        w.write_char('_')?;
        w.write_str(last)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Derived, LONGEST, NameOf};
    use crate::postgres::text::quote::Ident;
    use crate::postgres::text::sql::Sql;

    /// Names in a database stay what they are: a change here is a migration.
    #[test]
    fn names_do_not_change() {
        assert_eq!(&*Derived::new("posts", "pkey").plain(), "posts_pkey");
        assert_eq!(&*NameOf(["posts", "author_id", "fkey"]).plain(), "posts_author_id_fkey");
        assert_eq!(&*NameOf(["posts", "select", ""]).plain(), "posts_select");
        assert_eq!(&*NameOf(["posts", "select", "owner"]).plain(), "posts_select_owner");
        let long = "a_very_long_name_of_a_table_that_somebody_thought_was_a_good_id";
        assert_eq!(
            &*NameOf([long, "author_id", "fkey"]).plain(),
            "a_very_long_name_of_a_table_that_somebody_thought_9e437d28_fkey"
        );
    }

    #[test]
    fn names_are_cut_between_characters() {
        let name = NameOf([&"ä".repeat(31), "漢", "key"]).plain();
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
            let of = NameOf([&table, &column, "fkey"]);
            let name = of.plain();
            prop_assert!(name.len() <= LONGEST);
            prop_assert!(name.ends_with("_fkey"));
            prop_assert_eq!(&name, &NameOf([&table, &column, "fkey"]).plain());
            let whole = format!("{table}_{column}_fkey");
            prop_assert_eq!(whole.len() <= LONGEST, *name == *whole);
        }

        /// Two columns of a table never share a name, however long they are.
        #[test]
        fn names_of_two_columns_differ(table in word(), a in word(), b in word()) {
            prop_assume!(a != b);
            prop_assert_ne!(NameOf([&table, &a, "key"]).plain(), NameOf([&table, &b, "key"]).plain());
        }

        /// What is written piece by piece is what would be written whole.
        #[test]
        fn names_are_written_as_they_are(table in word(), column in word()) {
            let of = NameOf([&table, &column, "check"]);
            let (mut pieces, mut whole) = (String::new(), String::new());
            of.sql(&mut pieces).unwrap();
            Ident::new(&of.plain()).sql(&mut whole).unwrap();
            prop_assert_eq!(pieces, whole);
        }
    }
}
