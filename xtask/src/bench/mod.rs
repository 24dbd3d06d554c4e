//! `cargo xtask bench`: what the derive, the printer, the converters and row
//! security cost, beside others.
//!
//! Benchmarks report; nothing fails because it is slow. Every figure is CPU
//! time or a count of instructions, and is read beside the others of its run.

mod compile;
mod convert;
mod cpu;
mod machine;
mod options;
mod rows;
mod run_time;
mod table;

use std::ffi::OsString;

use crate::error::Result;
use crate::say;
use options::{Options, Part};

/// Runs the parts that are asked for and prints a table for each.
pub(crate) fn run(arguments: &[OsString]) -> Result {
    let options = Options::parse(arguments)?;
    say::print(machine::describe()?);
    for part in &options.parts {
        match part {
            Part::Cost => compile::cost(&options)?,
            Part::Growth => compile::growth(&options)?,
            Part::Cold => compile::cold(&options)?,
            Part::Chain => compile::chain(&options)?,
            Part::Print => run_time::run(&options)?,
            Part::Rows => rows::run(&options)?,
            Part::Convert => convert::run(&options)?,
        }
    }
    Ok(())
}
