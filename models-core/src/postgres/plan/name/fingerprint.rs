//! A hash that stays the same.

use std::hash::Hasher;

/// FNV-1a of 64 bits: written down here, because a hash that changes with the
/// compiler would rename what is already in a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    pub(crate) fn of(text: &str) -> Self {
        Self::EMPTY.and(text)
    }

    /// Of what came before and of this text. No UTF-8 text has the byte that
    /// ends it here, so two texts are never one.
    #[must_use]
    pub(crate) fn and(self, text: &str) -> Self {
        Self(text.bytes().chain([0xff]).fold(self.0, Self::step))
    }

    const fn step(hash: u64, byte: u8) -> u64 {
        (hash ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3)
    }

    /// All 64 bits of it.
    pub(crate) const fn value(self) -> u64 {
        self.0
    }

    /// 32 bits of it, of which all depend on every byte.
    pub(crate) fn short(self) -> u32 {
        let folded = (self.0 >> 32) ^ (self.0 & u64::from(u32::MAX));
        u32::try_from(folded).unwrap_or_default()
    }
}

impl Default for Fingerprint {
    fn default() -> Self {
        Self::EMPTY
    }
}

/// For maps from names: what is in a description is no stranger's choice, so
/// a hash that anyone can work out does.
impl Hasher for Fingerprint {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| Self::step(hash, *byte));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Fingerprint;

    #[test]
    fn it_is_the_published_one() {
        assert_eq!(Fingerprint::of("posts").value(), 0xff4d_bfd7_b691_31f9);
        assert_eq!(Fingerprint::of("posts").short(), 0x49dc_8e2e);
    }

    #[test]
    fn two_texts_are_not_one() {
        assert_ne!(Fingerprint::of("a").and("bc"), Fingerprint::of("ab").and("c"));
        assert_ne!(Fingerprint::of("a").and(""), Fingerprint::of("a"));
    }

    #[test]
    fn hashes_are_apart() {
        let hashes: HashSet<u32> =
            (0..10_000).map(|n| Fingerprint::of(&n.to_string()).short()).collect();
        assert!(hashes.len() > 9_990);
    }
}
