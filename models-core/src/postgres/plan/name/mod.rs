//! Names that are derived from definitions.

pub(crate) mod derived;
pub(crate) mod fingerprint;
pub(crate) mod taken;
