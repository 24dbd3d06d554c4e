//! What printing and asking cost at run time: the package in `benches/`.

use crate::bench::options::Options;
use crate::error::Result;

/// Runs the micro-benchmarks.
pub(super) fn run(_options: &Options) -> Result {
    Ok(())
}
