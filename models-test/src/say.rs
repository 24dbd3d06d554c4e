//! Lines for the person at the terminal.
//!
//! They go to the error stream, which leaves standard output to what a program
//! produces. `eprintln!` would panic where that stream is closed; these do not.

use std::fmt::Display;
use std::io::{self, Write};
use std::time::Instant;

use crate::error::Result;

/// One line of progress.
pub fn note(text: impl Display) {
    // Nobody is left to tell when the terminal is gone.
    let _ = writeln!(io::stderr(), "backend-models: {text}");
}

/// One line of a program's product.
pub fn print(text: impl Display) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// Announces work that may take longer than a second, and then how long it took.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    note(format_args!("{what} ..."));
    let start = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done" } else { "failed" };
    let seconds = start.elapsed().as_secs_f64();
    note(format_args!("{what}: {verdict}, {seconds:.1} s"));
    outcome
}
