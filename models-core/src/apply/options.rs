//! How a script is applied.

use std::time::Duration;

/// How a script is applied.
///
/// ```
/// use std::time::Duration;
/// use models_core::apply::Options;
/// let patient = Options { lock_timeout: Duration::from_secs(30), ..Options::default() };
/// assert_eq!(patient.statement_timeout, Duration::from_mins(1));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How long a statement waits for a lock, and others behind it: 5 seconds.
    /// Zero waits for ever.
    pub lock_timeout: Duration,
    /// How long a statement runs: 60 seconds. Zero lets it run for ever.
    pub statement_timeout: Duration,
    /// The oldest major version of PostgreSQL that the script is for: 15.
    pub needs_version: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            lock_timeout: Duration::from_secs(5),
            statement_timeout: Duration::from_mins(1),
            needs_version: 15,
        }
    }
}

/// As the server's settings take it: in milliseconds, up to its `i32`. What is
/// shorter than one is one, because 0 switches the limit off.
pub(super) fn setting(limit: Duration) -> String {
    let limit = if limit.is_zero() { limit } else { limit.max(Duration::from_millis(1)) };
    limit.as_millis().min(0x7fff_ffff).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Duration, setting};

    #[test]
    fn a_short_limit_is_no_absent_one() {
        assert_eq!(setting(Duration::ZERO), "0");
        assert_eq!(setting(Duration::from_nanos(1)), "1");
        assert_eq!(setting(Duration::from_secs(5)), "5000");
        assert_eq!(setting(Duration::MAX), i32::MAX.to_string());
    }
}
