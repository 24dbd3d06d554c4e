//! Kleene's three values.

use std::ops::Not;

/// True, false, or unknown because a value is absent. Only [`Truth::True`] allows.
///
/// The tables are Kleene's, which SQL's `NULL` follows too: unknown behaves
/// like a value that is either true or false.
///
/// ```
/// use models_core::schema::Truth;
/// assert_eq!(Truth::True.or(Truth::Unknown), Truth::True);
/// assert_eq!(Truth::False.and(Truth::Unknown), Truth::False);
/// assert_eq!(Truth::Unknown.not(), Truth::Unknown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// It is not known: a value is absent, or nobody is signed in.
    Unknown,
}

impl Truth {
    /// All three, for tests that try every case.
    pub const ALL: [Self; 3] = [Self::True, Self::False, Self::Unknown];

    /// Both: false if one is false, even if the other is unknown.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
        }
    }

    /// Either: true if one is true, even if the other is unknown.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::True, _) | (_, Self::True) => Self::True,
            (Self::False, Self::False) => Self::False,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
        }
    }

    /// The opposite; unknown stays unknown.
    #[must_use]
    pub const fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    /// Whether a rule with this value lets the caller through.
    #[must_use]
    pub const fn is_true(self) -> bool {
        matches!(self, Self::True)
    }
}

impl Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        self.not()
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}
