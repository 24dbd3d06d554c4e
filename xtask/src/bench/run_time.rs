//! What printing and asking cost at run time: the package in `benches/`,
//! which is a workspace of its own.
//!
//! Times come from divan. They move with the layout of the code and with what
//! else the machine does, so instructions are counted, too: those of a run
//! that works, less those of one that only prepares.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bench::options::Options;
use crate::bench::table::{Table, short};
use crate::error::{Context, Result};
use crate::{process, say, workspace};

/// Work of `benches/src/work.rs`, and the work that it is held against.
const PRINTERS: &[(&str, &str)] =
    &[("ours", "ours_pieces"), ("ours_plan", "ours_pieces"), ("sea_query", "sea_query_pieces")];
/// Collections: a file of rules ends at 256 KiB.
const COLLECTIONS: &[usize] = &[10, 25, 50, 100];
const PREDICATES: &[(&str, &str)] =
    &[("may_select", "may_select_by_hand"), ("may_delete", "may_delete_by_hand")];
/// The same rules on values: of the derive, of two other libraries, by hand.
const VALIDATORS: &[&str] = &["ours", "garde", "validator", "by_hand"];

/// Counts, where the machine has valgrind, and then times.
pub(super) fn run(options: &Options) -> Result {
    let sizes: &[usize] = if options.quick { &[100] } else { &[1_000, 10_000] };
    process::run(cargo("build").args(["--release", "--bin", "once"]), "cargo build")?;
    if is_installed("valgrind") {
        say::print(printers(sizes)?.render());
        say::print(rules()?.render());
        say::print(predicates()?.render());
        say::print(validators()?.render());
    } else {
        say::note("no instructions are counted: valgrind is not installed");
    }
    let mut bench = cargo("bench");
    if options.quick {
        bench.args(["--", "--sample-count", "5"]);
    }
    process::run(&mut bench, "cargo bench")
}

fn printers(sizes: &[usize]) -> Result<Table> {
    let mut table =
        Table::new(["printing", "tables", "bytes", "instructions a table", "times its push_str"]);
    for size in sizes {
        for (work, pieces) in PRINTERS {
            let (instructions, bytes) = count(work, *size, 1)?;
            let (cheapest, _) = count(pieces, *size, 1)?;
            #[expect(clippy::cast_precision_loss, reason = "some thousand tables")]
            let each = instructions / *size as f64;
            table.row([
                (*work).to_owned(),
                size.to_string(),
                bytes,
                short(each),
                short(instructions / cheapest),
            ]);
        }
    }
    Ok(table)
}

fn rules() -> Result<Table> {
    let mut table = Table::new(["printing rules", "bytes", "instructions a collection"]);
    for size in COLLECTIONS {
        let (instructions, bytes) = count("rules", *size, 1)?;
        #[expect(clippy::cast_precision_loss, reason = "some hundred collections")]
        let each = instructions / *size as f64;
        table.row([size.to_string(), bytes, short(each)]);
    }
    Ok(table)
}

fn predicates() -> Result<Table> {
    const TIMES: u16 = 10_000;
    let mut table = Table::new(["asking", "instructions a call", "by hand"]);
    for (work, by_hand) in PREDICATES {
        let cells = [work, by_hand].map(|name| count(name, 0, TIMES));
        let mut row = vec![(*work).to_owned()];
        for cell in cells {
            row.push(short(cell?.0 / f64::from(TIMES)));
        }
        table.row(row);
    }
    Ok(table)
}

fn validators() -> Result<Table> {
    const TIMES: u16 = 10_000;
    let mut table =
        Table::new(["validate", "valid", "times by hand", "seven broken", "times by hand"]);
    let each = |of: &str, work: &str| -> Result<f64> {
        Ok(count(&format!("{of}_{work}"), 0, TIMES)?.0 / f64::from(TIMES))
    };
    let by_hand = [each("valid", "by_hand")?, each("invalid", "by_hand")?];
    for work in VALIDATORS {
        let (valid, invalid) = (each("valid", work)?, each("invalid", work)?);
        table.row([
            (*work).to_owned(),
            short(valid),
            short(valid / by_hand[0]),
            short(invalid),
            short(invalid / by_hand[1]),
        ]);
    }
    Ok(table)
}

/// Instructions of doing a work so many times, and what it said at the end.
pub(super) fn count(work: &str, size: usize, times: u16) -> Result<(f64, String)> {
    say::note(format_args!("counting {work} of {size}"));
    let (with, result) = instructions(work, size, times)?;
    let (without, _) = instructions(work, size, 0)?;
    Ok((with - without, result))
}

fn instructions(work: &str, size: usize, times: u16) -> Result<(f64, String)> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    valgrind.arg(target().join("release/once"));
    valgrind.args([work.to_owned(), size.to_string(), times.to_string()]);
    let output = process::output(&mut valgrind, "valgrind")?;
    let text = String::from_utf8_lossy(&output.stderr);
    let count = collected(&text).context(|| process::tail(&text, 10))?;
    Ok((count, String::from_utf8_lossy(&output.stdout).trim().to_owned()))
}

/// The sum in `==1== Collected : 123`.
fn collected(text: &str) -> std::result::Result<f64, &'static str> {
    let line = text.lines().find_map(|line| line.split_once("Collected :"));
    line.and_then(|(_, count)| count.trim().parse().ok()).ok_or("valgrind counted nothing")
}

pub(super) fn is_installed(program: &str) -> bool {
    process::output(Command::new(program).arg("--version"), program).is_ok()
}

fn target() -> PathBuf {
    workspace::target().join("bench/run_time")
}

pub(super) fn cargo(command: &str) -> Command {
    let mut cargo = workspace::cargo();
    cargo.current_dir(workspace::root().join(Path::new("benches"))).arg(command);
    cargo.env("CARGO_TARGET_DIR", target());
    cargo
}

#[cfg(test)]
mod tests {
    use super::collected;

    #[test]
    fn valgrinds_sum_is_found() {
        assert_eq!(collected("==1== \n==1== Collected : 4321\n"), Ok(4321.0));
        assert!(collected("nothing").is_err());
    }
}
