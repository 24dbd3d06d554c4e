//! What converting documents costs, beside a converter by hand and two through
//! serde: instructions, and then times and allocations.

use crate::bench::options::Options;
use crate::bench::run_time::{cargo, count, is_installed};
use crate::bench::table::{Table, short};
use crate::error::Result;
use crate::{process, say};

/// What is done, by each contestant; the first is what the others are held
/// against. A document that is given away has to be copied first, which is taken
/// off.
const CONVERSIONS: &[(&str, &[&str])] = &[
    (
        "struct to document",
        &["write_by_hand", "write", "write_firestore", "write_serde_firestore_value"],
    ),
    (
        "document to struct",
        &["read_by_hand", "read", "read_firestore", "read_serde_firestore_value"],
    ),
    ("document to struct, given away", &["read_owned"]),
    ("struct to bytes", &["bytes", "bytes_through_document"]),
    ("bytes to struct", &["read_bytes_by_hand", "read_bytes", "read_bytes_through_document"]),
];

/// Counts, where the machine has valgrind, and then times.
pub(super) fn run(options: &Options) -> Result {
    process::run(
        cargo("build").args(["--release", "--features", "convert", "--bin", "once"]),
        "cargo build",
    )?;
    if is_installed("valgrind") {
        say::print(instructions()?.render());
    } else {
        say::note("no instructions are counted: valgrind is not installed");
    }
    let mut bench = cargo("bench");
    bench.args(["--features", "convert", "--bench", "convert"]);
    if options.quick {
        bench.args(["--", "--sample-count", "5"]);
    }
    process::run(&mut bench, "cargo bench")
}

fn instructions() -> Result<Table> {
    const TIMES: u16 = 10_000;
    let each = |work: &str| count(work, 0, TIMES).map(|(all, _)| all / f64::from(TIMES));
    let clone = each("clone")?;
    let mut table = Table::new(["14 fields", "by", "instructions", "times the first"]);
    for (conversion, contestants) in CONVERSIONS {
        let mut first = None;
        for contestant in *contestants {
            let given = if *contestant == "read_owned" { clone } else { 0.0 };
            let cost = each(contestant)? - given;
            let ratio = cost / *first.get_or_insert(cost);
            table.row([
                (*conversion).to_owned(),
                (*contestant).to_owned(),
                short(cost),
                short(ratio),
            ]);
        }
    }
    Ok(table)
}
