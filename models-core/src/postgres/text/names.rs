//! The names that are taken.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use super::fingerprint::Fingerprint;
use super::name::Derived;
use crate::postgres::column::table_model::TableModel;
use crate::postgres::column::tables::Tables;

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
        self.0.insert(Fingerprint::of(schema).and(name).value())
    }

    /// Takes the derived name for something in the table's schema; when that
    /// is taken, the one with the hash of what makes it different. `None` when
    /// that is taken too.
    pub(crate) fn derive(
        &mut self,
        stored: TableModel<'_>,
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
