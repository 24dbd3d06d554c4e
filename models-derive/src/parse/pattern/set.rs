//! Classes of characters.

/// A set of characters: ranges that are sorted and do not touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Set(Vec<(u32, u32)>);

/// The last code point.
const LAST: u32 = 0x10_FFFF;
/// Code points that are not characters.
const SURROGATES: (u32, u32) = (0xD800, 0xDFFF);

impl Set {
    pub(super) fn one(c: char) -> Self {
        Self(vec![(c.into(), c.into())])
    }

    pub(super) fn range(first: char, last: char) -> Self {
        Self(vec![(first.into(), last.into())])
    }

    pub(super) fn of(ranges: &[(char, char)]) -> Self {
        ranges
            .iter()
            .fold(Self::default(), |set, (first, last)| set.or(&Self::range(*first, *last)))
    }

    /// The characters of both.
    #[must_use]
    pub(super) fn or(mut self, other: &Self) -> Self {
        self.0.extend(&other.0);
        self.0.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::new();
        for (first, last) in self.0 {
            match merged.last_mut() {
                Some((_, end)) if first <= end.saturating_add(1) => *end = (*end).max(last),
                _ => merged.push((first, last)),
            }
        }
        Self(merged)
    }

    /// All other characters.
    #[must_use]
    pub(super) fn not(&self) -> Self {
        let taken = self.clone().or(&Self(vec![SURROGATES]));
        let mut free = Vec::new();
        let mut next = 0;
        for (first, last) in taken.0 {
            if first > next {
                free.push((next, first - 1));
            }
            next = last + 1;
        }
        if next <= LAST {
            free.push((next, LAST));
        }
        Self(free)
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        self.0.iter().any(|(a, b)| other.0.iter().any(|(c, d)| a <= d && c <= b))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The one character, when there is one.
    pub(super) fn single(&self) -> Option<char> {
        match self.0.as_slice() {
            [(first, last)] if first == last => char::from_u32(*first),
            _ => None,
        }
    }

    /// The ranges as characters.
    pub(super) fn ranges(&self) -> Vec<(char, char)> {
        let char = |code: u32| char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
        self.0.iter().map(|(first, last)| (char(*first), char(*last))).collect()
    }

    /// Whether its complement is shorter to write.
    pub(super) fn is_rather_a_complement(&self) -> bool {
        self.0.last().is_some_and(|(_, last)| *last == LAST)
    }
}
