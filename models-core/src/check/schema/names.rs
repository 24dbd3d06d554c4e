//! The tables of a schema by name, found without comparing every pair.

use super::{chars, same};
use crate::schema::{ModelDef, Text};

/// The hashes of all table names, sorted, with the position of each model.
#[derive(Clone, Copy, Debug)]
pub struct Names<const N: usize> {
    sorted: [(u64, usize); N],
}

impl<const N: usize> Names<N> {
    /// Those of these models, of which there are `N`.
    #[must_use]
    pub const fn of(models: &[ModelDef]) -> Self {
        let mut sorted = [(u64::MAX, usize::MAX); N];
        let mut i = 0;
        while i < N && i < models.len() {
            if let Some(table) = &models[i].table {
                sorted[i] = (hash(&table.schema, &table.name), i);
            }
            i += 1;
        }
        heap_sort(&mut sorted);
        Self { sorted }
    }

    /// The next positions of two models whose tables have the same name, and
    /// where to go on from; the first time from 0.
    pub(super) const fn twins(
        &self,
        models: &[ModelDef],
        from: usize,
    ) -> Option<(usize, usize, usize)> {
        let mut i = if from == 0 { 1 } else { from };
        while i < N {
            let (before, here) = (self.sorted[i - 1], self.sorted[i]);
            if before.0 == here.0
                && here.1 != usize::MAX
                && before.1 != usize::MAX
                && let (Some(a), Some(b)) = (&models[before.1].table, &models[here.1].table)
                && same(chars(&a.schema), chars(&b.schema))
                && same(chars(&a.name), chars(&b.name))
            {
                return Some((before.1, here.1, i + 1));
            }
            i += 1;
        }
        None
    }

    /// Whether one of the models has this table.
    pub(super) const fn has(&self, schema: &Text, table: &Text) -> bool {
        let wanted = hash(schema, table);
        let (mut low, mut high) = (0, N);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.sorted[middle].0 < wanted {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low < N && self.sorted[low].0 == wanted
    }
}

/// FNV-1a over `schema.table`.
const fn hash(schema: &Text, table: &Text) -> u64 {
    fold(fold(fold(0xcbf2_9ce4_8422_2325, chars(schema)), "."), chars(table))
}

const fn fold(mut hash: u64, text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0100_0000_01b3);
        i += 1;
    }
    hash
}

const fn heap_sort(items: &mut [(u64, usize)]) {
    let mut start = items.len() / 2;
    while start > 0 {
        start -= 1;
        sift(items, start, items.len());
    }
    let mut end = items.len();
    while end > 1 {
        end -= 1;
        items.swap(0, end);
        sift(items, 0, end);
    }
}

const fn sift(items: &mut [(u64, usize)], mut root: usize, end: usize) {
    loop {
        let mut child = 2 * root + 1;
        if child >= end {
            return;
        }
        if child + 1 < end && items[child].0 < items[child + 1].0 {
            child += 1;
        }
        if items[root].0 >= items[child].0 {
            return;
        }
        items.swap(root, child);
        root = child;
    }
}
