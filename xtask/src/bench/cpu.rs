//! CPU time of other programs, through a shell's `times`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Context, Error, Result};
use crate::process;

const SCRIPT: &str = include_str!("measure.sh");

/// The script that measures, and the file it writes to.
pub(super) struct Meter {
    script: PathBuf,
    times: PathBuf,
}

impl Meter {
    /// Puts the script into a folder.
    pub(super) fn new(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).context(|| folder.display().to_string())?;
        let meter = Self { script: folder.join("measure.sh"), times: folder.join("times") };
        fs::write(&meter.script, SCRIPT).context(|| meter.script.display().to_string())?;
        process::run(Command::new("chmod").arg("+x").arg(&meter.script), "chmod")?;
        Ok(meter)
    }

    /// Seconds that a command takes, with all that it starts.
    pub(super) fn whole(&self, command: &Command) -> Result<f64> {
        let mut measured = Command::new(&self.script);
        measured.arg(command.get_program()).args(command.get_args());
        if let Some(folder) = command.get_current_dir() {
            measured.current_dir(folder);
        }
        for (name, value) in command.get_envs() {
            if let Some(value) = value {
                measured.env(name, value);
            }
        }
        process::capture(measured.env("BENCH_TIMES", &self.times), "the measured command")?;
        self.read()
    }

    /// Seconds that rustc takes for the package itself, not for what it needs.
    pub(super) fn rustc(&self, cargo: &mut Command, expanded: Option<&Path>) -> Result<f64> {
        cargo.env("RUSTC_WORKSPACE_WRAPPER", &self.script).env("BENCH_TIMES", &self.times);
        cargo.env("BENCH_EXPANDED", expanded.unwrap_or(Path::new("")));
        process::capture(cargo, "cargo")?;
        self.read()
    }

    fn read(&self) -> Result<f64> {
        let text = fs::read_to_string(&self.times).context(|| self.times.display().to_string())?;
        children(&text).ok_or_else(|| Error::new(format!("`times` said {text:?}")))
    }
}

/// The second line is that of the children: `1m2.345s 0m6.789s`.
fn children(times: &str) -> Option<f64> {
    times.lines().nth(1)?.split_whitespace().map(seconds).sum()
}

fn seconds(text: &str) -> Option<f64> {
    let (minutes, seconds) = text.strip_suffix('s')?.split_once('m')?;
    Some(minutes.parse::<f64>().ok()? * 60.0 + seconds.parse::<f64>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::children;

    #[test]
    fn the_times_of_the_children_add_up() {
        assert_eq!(children("0m0.00s 0m0.00s\n1m2.50s 0m0.25s\n"), Some(62.75));
        assert_eq!(children("nonsense"), None);
    }
}
