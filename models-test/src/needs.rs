//! What this machine lacks: a note to a person, and an error in CI, where
//! nothing may be left out for want of a program.

use std::env;

use crate::error::{Error, Result};
use crate::say;

/// Whether all that this machine could run must run.
pub fn everything() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}

/// Reports that something is left out; `what` says what to install.
pub fn missing(what: &str) -> Result {
    if everything() {
        return Err(Error::new(what));
    }
    say::note(what);
    Ok(())
}
