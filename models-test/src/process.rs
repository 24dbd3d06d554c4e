//! Running other programs, and what to say when they fail.

use std::io::ErrorKind;
use std::process::{Command, Output};

use crate::error::{Error, Result};

/// Runs a program to its end; its output is the user's to read.
pub fn run(command: &mut Command, name: &str) -> Result {
    let status = command.status().map_err(|error| not_started(name, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(Error::new(format!("{name} failed ({status})")))
}

/// Runs a program to its end and takes its output, whether it succeeds or not.
pub fn output(command: &mut Command, name: &str) -> Result<Output> {
    command.output().map_err(|error| not_started(name, &error))
}

/// Runs a program to its end and takes its standard output as text.
pub fn capture(command: &mut Command, name: &str) -> Result<String> {
    let output = output(command, name)?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(Error::new(format!("{name} failed ({}): {}", output.status, tail(&complaint, 20))))
}

/// The last lines of a text, where programs say what went wrong.
pub fn tail(text: &str, lines: usize) -> String {
    let all: Vec<&str> = text.trim_end().lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}

fn not_started(name: &str, error: &std::io::Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound => Error::new(format!("{name} is not installed or not on the PATH")),
        _ => Error::new(format!("{name} could not be started: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{capture, tail};
    use std::process::Command;

    #[test]
    fn a_tail_is_the_last_lines() {
        assert_eq!(tail("one\ntwo\nthree\n", 2), "two\nthree");
        assert_eq!(tail("one", 2), "one");
        assert_eq!(tail("", 2), "");
    }

    #[test]
    fn a_missing_program_is_named() {
        let outcome = capture(&mut Command::new("no-such-program"), "no-such-program");
        let message = outcome.map_err(|error| error.to_string());
        assert_eq!(message, Err("no-such-program is not installed or not on the PATH".to_owned()));
    }
}
