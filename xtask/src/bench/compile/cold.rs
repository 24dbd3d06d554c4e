//! Dependencies: how many, and what their first check costs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::contestant::Contestant;
use super::contestants;
use super::model::Shape;
use super::package::{self, Package};
use crate::bench::cpu::Meter;
use crate::bench::options::Options;
use crate::bench::table::{Table, median, short};
use crate::error::{Context, Result};
use crate::{process, say};

/// Whose derive is the smallest that a backend has anyway.
const BASE: &str = "serde";

/// Crates in the tree, and CPU seconds of checking them and one model into an
/// empty folder; for ours, those of each crate.
pub(in crate::bench) fn cold(options: &Options) -> Result {
    let meter = Meter::new(&package::folder())?;
    let wanted = contestants::with_engines();
    let wanted = wanted.iter().filter(|c| c.name() == BASE || options.wants(c.name()));
    let mut entries = wanted.map(|c| Entry::new(c.as_ref())).collect::<Result<Vec<Entry>>>()?;
    for round in 1..=options.rounds() {
        for entry in &mut entries {
            say::note(format_args!("cold check, round {round}: {}", entry.name()));
            entry.measure(&meter)?;
        }
    }
    let base = entries.iter().find(|entry| entry.name() == BASE).map(Entry::seconds);
    let base = base.unwrap_or(f64::NAN);
    let mut table =
        Table::new(["contestant", "crates", "cold check, CPU s", &format!("of {BASE}")]);
    for entry in &entries {
        let of_base = format!("{:.2}", entry.seconds() / base);
        table.row([
            entry.name().to_owned(),
            entry.packages.to_string(),
            short(entry.seconds()),
            of_base,
        ]);
    }
    say::print(table.render());
    let both = |entry: &&Entry| [contestants::OURS.name(), BASE].contains(&entry.name());
    for entry in entries.iter().filter(both) {
        say::print(entry.by_crate().render());
    }
    Ok(())
}

/// A contestant and its measurements.
struct Entry<'a> {
    package: Package<'a>,
    /// How many packages are compiled.
    packages: usize,
    /// Of each round.
    seconds: Vec<f64>,
    /// Of each round, by the name of the crate.
    crates: BTreeMap<String, Vec<f64>>,
}

impl<'a> Entry<'a> {
    fn new(contestant: &'a dyn Contestant) -> Result<Self> {
        let package = Package::new(contestant)?;
        package.models(1, Shape::Tree)?;
        let packages = crates(&package)?;
        Ok(Self { package, packages, seconds: Vec::new(), crates: BTreeMap::new() })
    }

    fn name(&self) -> &'static str {
        self.package.contestant.name()
    }

    fn measure(&mut self, meter: &Meter) -> Result {
        let folder = package::folder().join("cold");
        if folder.exists() {
            fs::remove_dir_all(&folder).context(|| folder.display().to_string())?;
        }
        let mut check = self.package.cargo("check");
        let (seconds, crates) = meter.build(check.env("CARGO_TARGET_DIR", &folder))?;
        self.seconds.push(seconds);
        // A build script and its crate are two lines.
        let mut round: BTreeMap<String, f64> = BTreeMap::new();
        for (name, seconds) in crates {
            *round.entry(name).or_default() += seconds;
        }
        for (name, seconds) in round {
            self.crates.entry(name).or_default().push(seconds);
        }
        Ok(())
    }

    fn seconds(&self) -> f64 {
        median(&self.seconds)
    }

    /// The crates that count, the dearest first.
    fn by_crate(&self) -> Table {
        let mut crates: Vec<(&str, f64)> =
            self.crates.iter().map(|(name, seconds)| (name.as_str(), median(seconds))).collect();
        crates.sort_by(|a, b| b.1.total_cmp(&a.1));
        let (shown, rest): (Vec<_>, Vec<_>) = crates.into_iter().partition(|(_, of)| *of >= 0.2);
        let mut table = Table::new([&format!("crate, for {}", self.name()), "CPU s"]);
        for (name, seconds) in &shown {
            table.row([*name, &short(*seconds)]);
        }
        let rest: f64 = rest.iter().map(|(_, seconds)| seconds).sum();
        table.row(["others", &short(rest)]);
        let all: f64 = shown.iter().map(|(_, seconds)| seconds).sum::<f64>() + rest;
        table.row(["cargo and build scripts", &short(self.seconds() - all)]);
        table
    }
}

/// How many packages are compiled, besides the contestant's own.
fn crates(package: &Package) -> Result<usize> {
    let mut tree = package.cargo("tree");
    tree.args(["--edges", "normal,build", "--prefix", "none", "--format", "{p}"]);
    let text = process::capture(&mut tree, "cargo tree")?;
    let names: BTreeSet<&str> =
        text.lines().map(|line| line.split(" (").next().unwrap_or(line)).collect();
    Ok(names.into_iter().filter(|name| !name.is_empty()).count().saturating_sub(1))
}
