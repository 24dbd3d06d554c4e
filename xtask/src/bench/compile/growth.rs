//! Whether twice the models cost twice the time.

use super::contestants::{OURS, Plain};
use super::cost::per_model;
use super::model::Shape;
use super::package::{self, Package};
use crate::bench::cpu::Meter;
use crate::bench::options::Options;
use crate::bench::table::{Table, short};
use crate::error::Result;
use crate::say;

/// Milliseconds for each model of ours, from few to many.
pub(in crate::bench) fn growth(options: &Options) -> Result {
    let sizes: &[usize] = if options.quick { &[100, 200] } else { &[100, 300, 1_000, 2_000] };
    let rounds = options.rounds();
    let meter = Meter::new(&package::folder())?;
    let (plain, ours) = (Package::new(&Plain)?, Package::new(&OURS)?);
    plain.check(&meter)?;
    ours.check(&meter)?;
    let mut table = Table::new(["models", "ms per model, ours above plain structs"]);
    for size in sizes {
        let (mut without, mut with) = (Vec::new(), Vec::new());
        for round in 1..=rounds {
            say::note(format_args!("round {round} of {rounds}: {size} models"));
            plain.models(*size, Shape::Tree)?;
            without.push(plain.check(&meter)?);
            ours.models(*size, Shape::Tree)?;
            with.push(ours.check(&meter)?);
        }
        table.row([size.to_string(), short(per_model(&with, &without, *size))]);
    }
    say::print(table.render());
    Ok(())
}
