//! `cargo xtask soak`: the proof for longer, and the record of it.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use crate::engines::{self, Fleet};
use crate::error::{Context, Error, Result};
use crate::{process, say, workspace};

/// Between these lines of the page stands the last run that was recorded.
const BEGIN: &str = "<!-- written by `cargo xtask soak --record` -->\n";
const END: &str = "<!-- end -->\n";

/// What is asked for on the command line.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    decisions: Option<u64>,
    minutes: Option<u64>,
    seed: Option<u64>,
    record: bool,
}

impl Options {
    fn parse(arguments: &[OsString]) -> Result<Self> {
        let mut options = Self::default();
        for argument in arguments {
            let text = argument.to_string_lossy();
            let (name, value) = text.split_once('=').unwrap_or((&text, ""));
            let number = value.parse().ok();
            match (name, number) {
                ("--decisions", Some(_)) => options.decisions = number,
                ("--minutes", Some(_)) => options.minutes = number,
                ("--seed", Some(_)) => options.seed = number,
                ("--record", None) if value.is_empty() => options.record = true,
                _ => {
                    return Err(Error::new(format!(
                        "soak does not know `{text}`: --decisions=number, --minutes=number, \
                         --seed=number, --record"
                    )));
                }
            }
        }
        if options.decisions.is_none() && options.minutes.is_none() {
            options.decisions = Some(1_000_000);
        }
        Ok(options)
    }

    /// The variables that tests/proof reads.
    fn variables(&self) -> impl Iterator<Item = (&'static str, String)> {
        let all = [
            ("PROOF_DECISIONS", self.decisions),
            ("PROOF_MINUTES", self.minutes),
            ("PROOF_SEED", self.seed),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?.to_string())))
    }
}

/// Runs the proof on all servers, optimised.
pub(crate) fn run(arguments: &[OsString]) -> Result {
    let options = Options::parse(arguments)?;
    let fleets = engines::start()?;
    engines::list(&fleets, "soaking");
    let file = workspace::target().join("soak.txt");
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--release", "--package", "models-tests", "--test", "proof"]);
    cargo.args(["--", "--nocapture", "three_places_decide_alike"]);
    engines::tell(&fleets, &mut cargo);
    cargo.envs(options.variables()).env("PROOF_RECORD", &file);
    say::timed("the proof", || process::run(&mut cargo, "the proof"))?;
    let counts = fs::read_to_string(&file).context(|| file.display().to_string())?;
    let record = record(&fleets, &counts);
    say::print(&record);
    if options.record { write(&record) } else { Ok(()) }
}

/// On what it ran, from which seed, and the counts.
fn record(fleets: &[Fleet], counts: &str) -> String {
    let servers = fleets.iter().flat_map(|fleet| &fleet.servers);
    let servers: Vec<&str> = servers.map(|server| server.version.as_str()).collect();
    format!("On {}:\n\n```text\n{}\n```\n", servers.join(", "), counts.trim_end())
}

fn write(record: &str) -> Result {
    let page: PathBuf = workspace::root().join("docs/proof.md");
    let name = || page.display().to_string();
    let text = fs::read_to_string(&page).context(name)?;
    fs::write(&page, with_record(&text, record)?).context(name)
}

/// The page with another record.
fn with_record(page: &str, record: &str) -> Result<String> {
    let parts = page.split_once(BEGIN).zip(page.split_once(END));
    let Some(((before, _), (_, after))) = parts else {
        return Err(Error::new("docs/proof.md has no place for the record"));
    };
    Ok(format!("{before}{BEGIN}{record}{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, Options, with_record};

    fn parse(line: &str) -> Result<Options, String> {
        let words: Vec<_> = line.split_whitespace().map(Into::into).collect();
        Options::parse(&words).map_err(|error| error.to_string())
    }

    #[test]
    fn a_million_decisions_are_made_unless_number_or_time_is_given() {
        assert_eq!(parse("").map(|options| options.decisions), Ok(Some(1_000_000)));
        let options = parse("--minutes=30 --seed=7 --record");
        let expected = Options { decisions: None, minutes: Some(30), seed: Some(7), record: true };
        assert_eq!(options, Ok(expected));
        for wrong in ["--minutes", "--minutes=soon", "--record=1", "30"] {
            assert!(parse(wrong).is_err_and(|message| message.contains(wrong)), "{wrong}");
        }
    }

    #[test]
    fn a_record_takes_the_place_of_the_last_one() {
        let page = format!("a\n{BEGIN}old\n{END}b\n");
        let expected = format!("a\n{BEGIN}new\n{END}b\n");
        assert_eq!(with_record(&page, "new\n").ok(), Some(expected));
        assert!(with_record("a", "new").is_err());
    }
}
