//! The cost of a model, in turns: every round measures every contestant, so
//! that whatever else the machine does falls on all of them.

use super::contestant::Contestant;
use super::contestants;
use super::model::Shape;
use super::package::{self, Package};
use crate::bench::cpu::Meter;
use crate::bench::options::Options;
use crate::bench::table::{Table, median, short};
use crate::error::Result;
use crate::say;

/// Milliseconds of rustc for each model, and lines expanded, above plain structs.
pub(in crate::bench) fn cost(options: &Options) -> Result {
    let sizes: &[usize] = if options.quick { &[100] } else { &[100, 300] };
    let rounds = options.rounds();
    let contestants = contestants::all();
    let wanted = contestants.iter().filter(|c| c.name() == "plain" || options.wants(c.name()));
    let meter = Meter::new(&package::folder())?;
    let mut entries = Vec::new();
    for contestant in wanted {
        entries.push(Entry::prepare(contestant.as_ref(), sizes, &meter)?);
    }
    for round in 1..=rounds {
        for entry in &mut entries {
            say::note(format_args!(
                "round {round} of {rounds}: {}",
                entry.package.contestant.name()
            ));
            entry.measure(sizes, &meter)?;
        }
    }
    say::print(table(&entries, sizes).render());
    Ok(())
}

/// A contestant and its measurements.
struct Entry<'a> {
    package: Package<'a>,
    /// Expanded lines at the first size.
    lines: usize,
    /// Seconds: a list of rounds for each size.
    seconds: Vec<Vec<f64>>,
}

impl<'a> Entry<'a> {
    /// Builds what the package needs, and counts its lines.
    fn prepare(contestant: &'a dyn Contestant, sizes: &[usize], meter: &Meter) -> Result<Self> {
        say::note(format_args!("preparing {}", contestant.name()));
        let package = Package::new(contestant)?;
        let count = sizes.first().copied().unwrap_or_default();
        package.models(count, Shape::Tree)?;
        let lines = package.expanded(meter)?;
        Ok(Self { package, lines, seconds: vec![Vec::new(); sizes.len()] })
    }

    fn measure(&mut self, sizes: &[usize], meter: &Meter) -> Result {
        for (count, seconds) in sizes.iter().zip(&mut self.seconds) {
            self.package.models(*count, Shape::Tree)?;
            seconds.push(self.package.check(meter)?);
        }
        Ok(())
    }
}

fn table(entries: &[Entry], sizes: &[usize]) -> Table {
    let mut columns = vec!["contestant".to_owned()];
    columns.extend(sizes.iter().map(|size| format!("ms per model, N={size}")));
    columns.push("lines expanded per model".to_owned());
    let mut table = Table::new(columns);
    let Some(plain) = entries.first() else { return table };
    for entry in entries {
        let mut row = vec![entry.package.contestant.name().to_owned()];
        for (index, size) in sizes.iter().enumerate() {
            row.push(short(per_model(&entry.seconds[index], &plain.seconds[index], *size)));
        }
        let count = sizes.first().copied().unwrap_or(1).max(1);
        row.push((entry.lines.saturating_sub(plain.lines) / count).to_string());
        table.row(row);
    }
    table
}

/// The median of the rounds' differences, in milliseconds for each model.
pub(super) fn per_model(seconds: &[f64], plain: &[f64], count: usize) -> f64 {
    let above: Vec<f64> = seconds.iter().zip(plain).map(|(ours, plain)| ours - plain).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred models")]
    let count = count as f64;
    median(&above) * 1_000.0 / count
}
