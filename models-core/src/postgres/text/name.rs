//! The names of what a description does not name: stable, and never cut.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use crate::postgres::column::stored::TableName;
use crate::postgres::column::tables::Tables;
use crate::postgres::text::quote::Ident;

/// PostgreSQL cuts longer names, in bytes, with no more than a notice.
pub const LONGEST: usize = 63;

/// A derived name: of what it belongs to (`posts`, `author_id`), and what it
/// is (`fkey`; empty for a function).
///
/// Put together only when it is asked for: a script has a dozen of them for
/// each table.
#[derive(Debug)]
pub(crate) struct Derived<'a> {
    table: &'a str,
    /// Empty when there is none.
    first: &'a str,
    more: Vec<&'a str>,
    kind: &'static str,
}

impl<'a> Derived<'a> {
    /// The name of a kind of thing that belongs to a table.
    pub(crate) const fn new(table: &'a str, kind: &'static str) -> Self {
        Self { table, first: "", more: Vec::new(), kind }
    }

    /// One more word in the name: a column.
    #[must_use]
    pub(crate) fn and(mut self, word: &'a str) -> Self {
        if self.first.is_empty() {
            self.first = word;
        } else {
            self.more.push(word);
        }
        self
    }

    /// The name in full, as PostgreSQL itself would choose it, or shortened.
    pub(crate) fn plain(&self) -> Box<str> {
        let mut name = self.stem();
        self.finish(&mut name);
        if name.len() <= LONGEST { name.into() } else { self.hashed(Fingerprint::of(&name)) }
    }

    /// The name with the hash of what tells it from others of the same name.
    pub(crate) fn hashed(&self, fingerprint: Fingerprint) -> Box<str> {
        let hash = format!("_{:08x}", fingerprint.short());
        let mut name = self.stem();
        let room = LONGEST.saturating_sub(self.kind_length() + hash.len());
        name.truncate(name.floor_char_boundary(room));
        name.push_str(&hash);
        self.finish(&mut name);
        name.into()
    }

    /// The table and the words, with room for the kind and nothing more.
    fn stem(&self) -> String {
        let first = if self.first.is_empty() { 0 } else { 1 + self.first.len() };
        let words = first + self.more.iter().map(|word| 1 + word.len()).sum::<usize>();
        let mut stem = String::with_capacity(self.table.len() + words + self.kind_length());
        stem.push_str(self.table);
        if !self.first.is_empty() {
            stem.push('_');
            stem.push_str(self.first);
        }
        for word in &self.more {
            stem.push('_');
            stem.push_str(word);
        }
        stem
    }

    fn kind_length(&self) -> usize {
        if self.kind.is_empty() { 0 } else { 1 + self.kind.len() }
    }

    fn finish(&self, name: &mut String) {
        if !self.kind.is_empty() {
            name.push('_');
            name.push_str(self.kind);
        }
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

/// A fingerprint is a hash already.
#[derive(Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 ^= hash;
    }
}

impl Names {
    /// The names of these tables.
    pub(crate) fn of(tables: &Tables<'_>) -> Self {
        let mut names = Self::default();
        for stored in tables.iter() {
            names.take(stored.name.schema, stored.name.name.text());
        }
        names
    }

    /// Takes a name that someone chose. `false` when it is taken.
    pub(crate) fn take(&mut self, schema: Ident<'_>, name: &str) -> bool {
        self.0.insert(Fingerprint::of(schema.text()).and(name).0)
    }

    /// Takes the derived name for something in the table's schema; when that
    /// is taken, the one with the hash of what makes it different. `None` when
    /// that is taken too.
    pub(crate) fn derive(
        &mut self,
        table: TableName<'_>,
        name: &Derived<'_>,
        definition: impl FnOnce() -> String,
    ) -> Option<Box<str>> {
        let plain = name.plain();
        if self.take(table.schema, &plain) {
            return Some(plain);
        }
        let apart = name.hashed(Fingerprint::of(&definition()));
        self.take(table.schema, &apart).then_some(apart)
    }
}
