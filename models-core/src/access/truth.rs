//! Kleene's three values.

/// True, false, or unknown because a value is absent. Only [`Truth::True`] allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// It cannot be said: a value is absent, or nobody is signed in.
    Unknown,
}
