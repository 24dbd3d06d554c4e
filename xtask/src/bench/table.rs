//! Tables, as they are pasted into a page.

use std::fmt::Write;

/// A table of texts under a heading.
pub(super) struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these columns and no row.
    pub(super) fn new<T: Into<String>>(columns: impl IntoIterator<Item = T>) -> Self {
        Self { columns: columns.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub(super) fn row<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// In Markdown.
    pub(super) fn render(&self) -> String {
        let mut text = String::new();
        let mut line = |cells: &[String]| {
            // Writing into a string cannot fail.
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        };
        line(&self.columns);
        line(&vec!["---".to_owned(); self.columns.len()]);
        for row in &self.rows {
            line(row);
        }
        text
    }
}

/// The middle of some measurements.
pub(super) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match (sorted.get(middle), sorted.get(middle.wrapping_sub(1))) {
        (Some(upper), Some(lower)) if sorted.len().is_multiple_of(2) => {
            f64::midpoint(*lower, *upper)
        }
        (Some(value), _) => *value,
        (None, _) => f64::NAN,
    }
}

/// With as many digits as such a measurement deserves.
pub(super) fn short(value: f64) -> String {
    match value {
        value if value.abs() < 9.95 => format!("{value:.1}"),
        value => format!("{value:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, median, short};

    #[test]
    fn a_table_is_markdown() {
        let mut table = Table::new(["a", "b"]);
        table.row(["1", "2"]);
        assert_eq!(table.render(), "| a | b |\n| --- | --- |\n| 1 | 2 |\n");
    }

    #[test]
    fn the_median_is_in_the_middle() {
        assert!((median(&[3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!((median(&[4.0, 1.0, 2.0, 3.0]) - 2.5).abs() < f64::EPSILON);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn digits_follow_the_size() {
        assert_eq!([short(0.14), short(9.94), short(12.4)], ["0.1", "9.9", "12"]);
    }
}
