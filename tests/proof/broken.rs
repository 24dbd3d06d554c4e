//! A printer that is broken is found.
