//! Sorted hashes, in a constant.

/// The hashes of `N` names at most, each with the position of its model.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sorted<const N: usize> {
    /// Unused entries are at the end, without a position.
    entries: [(u64, usize); N],
}

impl<const N: usize> Sorted<N> {
    pub(super) const EMPTY: Self = Self { entries: [(u64::MAX, usize::MAX); N] };

    /// Adds an entry; each position is used once.
    pub(super) const fn with(mut self, hash: u64, position: usize) -> Self {
        self.entries[position] = (hash, position);
        self
    }

    /// Sorts the entries.
    pub(super) const fn sorted(mut self) -> Self {
        heap_sort(&mut self.entries);
        self
    }

    /// The next two positions with the same hash, and where to continue; start
    /// from 0.
    pub(super) const fn twins(&self, from: usize) -> Option<(usize, usize, usize)> {
        let mut i = if from == 0 { 1 } else { from };
        while i < N {
            let (before, here) = (self.entries[i - 1], self.entries[i]);
            if before.0 == here.0 && here.1 != usize::MAX && before.1 != usize::MAX {
                return Some((before.1, here.1, i + 1));
            }
            i += 1;
        }
        None
    }

    /// Whether this hash is present.
    pub(super) const fn has(&self, wanted: u64) -> bool {
        let (mut low, mut high) = (0, N);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.entries[middle].0 < wanted {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low < N && self.entries[low].0 == wanted
    }
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
