//! CPU time of other programs, through a shell's `times`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Context, Error, Result};
use crate::process;

const SCRIPT: &str = include_str!("measure.sh");

/// The script that measures, and the file it writes to.
pub(super) struct Meter {
    folder: PathBuf,
    script: PathBuf,
    times: PathBuf,
}

impl Meter {
    /// Puts the script into a folder.
    pub(super) fn new(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).context(|| folder.display().to_string())?;
        let (script, times) = (folder.join("measure.sh"), folder.join("times"));
        executable(&script, SCRIPT)?;
        Ok(Self { folder: folder.to_owned(), script, times })
    }

    /// Seconds that a build takes, with all that it starts, and those of each
    /// crate that rustc compiles in it.
    pub(super) fn build(&self, command: &Command) -> Result<(f64, Vec<(String, f64)>)> {
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
        let inside = self.folder.join("inside.sh");
        let text = format!("#!/bin/sh\nBENCH_INSIDE=1 exec '{}' \"$@\"\n", self.script.display());
        executable(&inside, &text)?;
        let crates = self.folder.join("crates");
        fs::write(&crates, "").context(|| crates.display().to_string())?;
        measured.env("RUSTC_WRAPPER", &inside).env("BENCH_CRATES", &crates);
        process::capture(measured.env("BENCH_TIMES", &self.times), "the measured command")?;
        let text = fs::read_to_string(&crates).context(|| crates.display().to_string())?;
        let named = |line: &str| {
            let (name, times) = line.split_once(' ')?;
            Some((name.to_owned(), sum(times)?))
        };
        Ok((self.read()?, text.lines().filter_map(named).collect()))
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

fn executable(file: &Path, text: &str) -> Result {
    fs::write(file, text).context(|| file.display().to_string())?;
    process::run(Command::new("chmod").arg("+x").arg(file), "chmod")
}

/// The second line is that of the children: `1m2.345s 0m6.789s`.
fn children(times: &str) -> Option<f64> {
    sum(times.lines().nth(1)?)
}

fn sum(times: &str) -> Option<f64> {
    times.split_whitespace().map(seconds).sum()
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
