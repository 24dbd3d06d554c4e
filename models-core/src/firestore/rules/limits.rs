//! What Firestore allows: its documentation, "Quotas and limits", and both
//! emulators where they enforce it.

/// Expressions that one decision may evaluate.
pub const EXPRESSIONS: u32 = 1_000;

/// Documents that one decision about one document may read.
pub const READS: usize = 10;

/// Bytes of a file of rules.
pub const SOURCE: usize = 256 * 1024;

/// `match` statements inside one another.
pub const DEPTH: usize = 10;

/// Operators inside one another; a chain is as deep as it is long. It is
/// not documented; both emulators enforce it.
pub const NESTING: usize = 99;
