//! What a library costs the compiler: the CPU time of rustc on a package of
//! models, for each model, less that of the same structs without any derive.
//!
//! Every contestant gets the same models, one file each; only that package is
//! measured, in `cargo check`, without incremental compilation.

mod chain;
mod cold;
mod columns;
mod contestant;
mod contestants;
mod cost;
mod growth;
mod model;
mod package;

pub(super) use chain::chain;
pub(super) use cold::cold;
pub(super) use cost::cost;
pub(super) use growth::growth;
