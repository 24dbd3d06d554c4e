//! Two clocks: a client's, and the server's own.

use super::stand::{Stand, Under};
use crate::error::{Context, Error, Result};
use crate::process;

/// Microseconds from the question to the answer, as a client on the same
/// machine sees it: a statement that is prepared once, for a second.
pub(super) fn client(stand: &Stand, under: Under, query: &str) -> Result<f64> {
    let file = stand.file(&format!("{};", query.replace('\n', " ")))?;
    let mut pgbench = stand.postgres.psql().beside("pgbench");
    pgbench.args(["--no-vacuum", "--protocol=prepared", "--time=1", "--file"]).arg(file);
    let report = process::capture(pgbench.arg(stand.url(under)), "pgbench")?;
    latency(&report).ok_or_else(|| Error::new(format!("pgbench said {report:?}")))
}

/// Pgbench's average, in microseconds.
fn latency(report: &str) -> Option<f64> {
    let line = report.lines().find_map(|line| line.strip_prefix("latency average = "))?;
    let milliseconds: f64 = line.strip_suffix(" ms")?.parse().ok()?;
    Some(milliseconds * 1_000.0)
}

/// Microseconds that the server takes to execute a plan that it has made
/// before: the median of 300 samples of two milliseconds or more.
pub(super) fn server(stand: &Stand, under: Under, query: &str) -> Result<f64> {
    let block = include_str!("server.sql").replace("{query}", query);
    let answer = stand.postgres.psql().ask(&stand.url(under), &block)?;
    let last = answer.lines().last().unwrap_or_default();
    last.parse().context(|| format!("the server said {answer:?}"))
}

#[cfg(test)]
mod tests {
    use super::latency;

    #[test]
    fn the_average_is_found() {
        let found = latency("tps = 1\nlatency average = 0.250 ms\n").expect("it is there");
        assert!((found - 250.0).abs() < 1e-9);
        assert_eq!(latency("latency average = soon"), None);
    }
}
