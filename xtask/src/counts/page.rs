//! docs/counts.md: the numbers before this step and after it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use super::Row;
use crate::error::{Context, Error, Result};
use crate::workspace;

/// The table stands between these lines.
const BEGIN: &str = "<!-- written by `cargo xtask counts --write` -->\n";
const END: &str = "<!-- end -->\n";

/// Two columns of numbers by the name of their row.
type Columns = BTreeMap<String, [String; 2]>;

/// Writes the second column.
pub(super) fn write(after: &[Row]) -> Result {
    fill(after, 1)
}

/// Writes the first column.
pub(super) fn write_before(before: &[Row]) -> Result {
    fill(before, 0)
}

fn path() -> PathBuf {
    workspace::root().join("docs/counts.md")
}

fn fill(rows: &[Row], column: usize) -> Result {
    let name = || path().display().to_string();
    let page = fs::read_to_string(path()).context(name)?;
    fs::write(path(), with_rows(&page, rows, column)?).context(name)
}

/// The page with one of its columns filled anew.
fn with_rows(page: &str, rows: &[Row], column: usize) -> Result<String> {
    let parts = page.split_once(BEGIN).and_then(|(before, rest)| {
        rest.split_once(END).map(|(table, after)| (before, table, after))
    });
    let Some((before, table, after)) = parts else {
        return Err(Error::new("docs/counts.md has no place for the table"));
    };
    let mut columns = read(table);
    let mut text = String::from("| | before | after |\n|---|---|---|\n");
    for (what, number) in rows {
        let mut cells = columns.remove(what).unwrap_or_default();
        cells[column].clone_from(number);
        // Writing into a string cannot fail.
        let _ = writeln!(text, "| {what} | {} | {} |", cells[0], cells[1]);
    }
    Ok(format!("{before}{BEGIN}{text}{END}{after}"))
}

fn read(table: &str) -> Columns {
    let rows = table.lines().skip(2).filter_map(|line| {
        let mut cells = line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned());
        Some((cells.next()?, [cells.next()?, cells.next()?]))
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, with_rows};

    #[test]
    fn one_column_is_filled_and_the_other_stays() {
        let row = |number: &str| vec![("a: files".to_owned(), number.to_owned())];
        let page = format!("x\n{BEGIN}{END}y\n");
        let before = with_rows(&page, &row("1 (`b`)"), 0).unwrap_or_default();
        let both = with_rows(&before, &row("2"), 1).unwrap_or_default();
        let table = "| | before | after |\n|---|---|---|\n| a: files | 1 (`b`) | 2 |\n";
        assert_eq!(both, format!("x\n{BEGIN}{table}{END}y\n"));
        assert_eq!(with_rows(&both, &row("2"), 1).ok().as_deref(), Some(both.as_str()));
    }
}
