//! The names of what a description does not name: stable, and never cut.

use std::collections::HashSet;
use std::fmt::{self, Write};
use std::hash::{BuildHasherDefault, Hasher};

use crate::postgres::column::stored::Stored;
use crate::postgres::column::tables::Tables;
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

/// FNV-1a of 64 bits: written down here, because a hash that changes with the
/// compiler would rename what is already in a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    pub(crate) const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    pub(crate) fn of(text: &str) -> Self {
        Self::EMPTY.and(text)
    }

    /// Of what came before and of this text. No UTF-8 text has the byte that
    /// ends it here, so two texts are never one.
    #[must_use]
    pub(crate) fn and(self, text: &str) -> Self {
        let hash = text.bytes().chain([0xff]).fold(self.0, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self(hash)
    }

    /// 32 bits of it, of which all depend on every byte.
    fn short(self) -> u32 {
        let folded = (self.0 >> 32) ^ (self.0 & u64::from(u32::MAX));
        u32::try_from(folded).unwrap_or_default()
    }
}

/// The names of tables and indexes that are taken: PostgreSQL keeps both of a
/// schema in one list.
///
/// Only fingerprints are kept. That two names share one costs the second a
/// longer name, and nothing else.
#[derive(Debug, Default)]
pub(crate) struct Names(HashSet<u64, BuildHasherDefault<AsItIs>>);

/// Hashes a fingerprint, which is a hash already.
#[derive(Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, fingerprint: u64) {
        self.0 = fingerprint;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Names {
    /// The names of these tables.
    pub(crate) fn of(tables: &Tables<'_>) -> Self {
        // A key, a unique constraint, an index, and the table itself.
        let room = 4 * tables.len();
        let mut names = Self(HashSet::with_capacity_and_hasher(room, BuildHasherDefault::new()));
        for stored in tables.iter() {
            names.take(stored.schema(), stored.name());
        }
        names
    }

    /// Takes a name that someone chose. `false` when it is taken.
    pub(crate) fn take(&mut self, schema: &str, name: &str) -> bool {
        self.0.insert(Fingerprint::of(schema).and(name).0)
    }

    /// Takes the derived name for something in the table's schema; when that
    /// is taken, the one with the hash of what makes it different. `None` when
    /// that is taken too.
    pub(crate) fn derive(
        &mut self,
        stored: Stored<'_>,
        name: &Derived<'_>,
        definition: impl FnOnce() -> String,
    ) -> Option<Box<str>> {
        let plain = name.plain();
        if self.take(stored.schema(), &plain) {
            return Some(plain);
        }
        let apart = name.hashed(Fingerprint::of(&definition()));
        self.take(stored.schema(), &apart).then_some(apart)
    }
}
