//! The table of `docs/firestore-engines.md`.

use std::fs;
use std::path::{Path, PathBuf};

/// What the table begins with.
const HEAD: &str = "| expression | cost |\n|---|---|\n";

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/firestore-engines.md")
}

/// The page before its table, and the rows.
fn split() -> (String, String) {
    let page = fs::read_to_string(path()).unwrap();
    let (before, rows) = page.split_once(HEAD).expect("the page has a table");
    (before.to_owned(), rows.to_owned())
}

/// Each expression with its cost.
pub(super) fn read() -> Vec<(String, u32)> {
    let (_, rows) = split();
    let rows = rows.lines().map(|line| {
        let row = line.strip_prefix("| `").and_then(|line| line.strip_suffix(" |"));
        let (shown, cost) = row.and_then(|row| row.rsplit_once("` | ")).expect(line);
        (shown.replace("\\|", "|"), cost.parse().expect(line))
    });
    rows.collect()
}

/// Puts other rows into the table, which ends the page.
pub(super) fn write(costs: &[(String, u32)]) {
    let (before, _) = split();
    let rows = costs.iter().map(|(shown, cost)| {
        let shown = shown.replace('|', "\\|");
        format!("| `{shown}` | {cost} |\n")
    });
    let page = before + HEAD + &rows.collect::<String>();
    fs::write(path(), page).unwrap();
}
