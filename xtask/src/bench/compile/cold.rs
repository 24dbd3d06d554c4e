//! Dependencies: how many, and what their first check costs.

use std::collections::BTreeSet;
use std::fs;

use super::contestants;
use super::package::{self, Package};
use crate::bench::cpu::Meter;
use crate::bench::options::Options;
use crate::bench::table::{Table, short};
use crate::error::{Context, Result};
use crate::{process, say};

/// Crates in the tree, and CPU seconds of checking them into an empty folder.
pub(in crate::bench) fn cold(options: &Options) -> Result {
    let meter = Meter::new(&package::folder())?;
    let mut table = Table::new(["contestant", "crates", "cold check, CPU s"]);
    for contestant in contestants::with_engines() {
        if !options.wants(contestant.name()) {
            continue;
        }
        say::note(format_args!("cold check: {}", contestant.name()));
        let package = Package::new(contestant.as_ref())?;
        let crates = crates(&package)?;
        let folder = package::folder().join("cold");
        if folder.exists() {
            fs::remove_dir_all(&folder).context(|| folder.display().to_string())?;
        }
        let mut check = package.cargo("check");
        let seconds = meter.whole(check.env("CARGO_TARGET_DIR", &folder))?;
        table.row([contestant.name().to_owned(), crates.to_string(), short(seconds)]);
    }
    say::print(table.render());
    Ok(())
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
