//! A set of truth values: what an expression may be before its row is known.

use super::Truth;

/// The truth values that an expression may have.
///
/// ```
/// use models_core::schema::{Truth, TruthSet};
/// let either = TruthSet::only(Truth::True).union(TruthSet::only(Truth::Unknown));
/// assert!(either.contains(Truth::True));
/// assert_eq!(either.and(TruthSet::only(Truth::False)), TruthSet::only(Truth::False));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TruthSet {
    /// True is among them.
    can_be_true: bool,
    /// False is among them.
    can_be_false: bool,
    /// Unknown is among them.
    can_be_unknown: bool,
}

impl TruthSet {
    /// Nothing is known.
    pub const ANY: Self = Self { can_be_true: true, can_be_false: true, can_be_unknown: true };

    /// True or false, never unknown.
    pub const DECIDED: Self = Self { can_be_true: true, can_be_false: true, can_be_unknown: false };

    /// No value at all.
    const EMPTY: Self = Self { can_be_true: false, can_be_false: false, can_be_unknown: false };

    /// Exactly this value.
    #[must_use]
    pub const fn only(truth: Truth) -> Self {
        match truth {
            Truth::True => Self { can_be_true: true, ..Self::EMPTY },
            Truth::False => Self { can_be_false: true, ..Self::EMPTY },
            Truth::Unknown => Self { can_be_unknown: true, ..Self::EMPTY },
        }
    }

    /// Whether this value is among them.
    #[must_use]
    pub const fn contains(self, truth: Truth) -> bool {
        match truth {
            Truth::True => self.can_be_true,
            Truth::False => self.can_be_false,
            Truth::Unknown => self.can_be_unknown,
        }
    }

    /// The values of both sets.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self {
            can_be_true: self.can_be_true || other.can_be_true,
            can_be_false: self.can_be_false || other.can_be_false,
            can_be_unknown: self.can_be_unknown || other.can_be_unknown,
        }
    }

    /// The results of [`Truth::and`] for each value here with each value there.
    ///
    /// False with any other value is false, and neither set is empty.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            can_be_true: self.can_be_true && other.can_be_true,
            can_be_false: self.can_be_false || other.can_be_false,
            can_be_unknown: self.can_be_unknown && (other.can_be_unknown || other.can_be_true)
                || self.can_be_true && other.can_be_unknown,
        }
    }

    /// The results of [`Truth::or`] for each value here with each value there.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }

    /// The results of [`Truth::not`] for each value here.
    #[must_use]
    pub const fn not(self) -> Self {
        Self { can_be_true: self.can_be_false, can_be_false: self.can_be_true, ..self }
    }

    /// The values, true first.
    pub fn iter(self) -> impl Iterator<Item = Truth> {
        Truth::ALL.into_iter().filter(move |truth| self.contains(*truth))
    }
}

#[cfg(test)]
mod tests {
    use super::{Truth, TruthSet};

    /// Every set but the empty one.
    fn sets() -> impl Iterator<Item = TruthSet> {
        (1..8_u8).map(|bits| TruthSet {
            can_be_true: bits & 1 != 0,
            can_be_false: bits & 2 != 0,
            can_be_unknown: bits & 4 != 0,
        })
    }

    fn of_each_pair(left: TruthSet, right: TruthSet, join: fn(Truth, Truth) -> Truth) -> TruthSet {
        left.iter()
            .flat_map(|one| right.iter().map(move |other| join(one, other)))
            .fold(TruthSet::EMPTY, |all, truth| all.union(TruthSet::only(truth)))
    }

    #[test]
    fn sets_are_joined_as_their_values_are() {
        for left in sets() {
            for right in sets() {
                assert_eq!(left.and(right), of_each_pair(left, right, Truth::and));
                assert_eq!(left.or(right), of_each_pair(left, right, Truth::or));
            }
        }
    }
}
