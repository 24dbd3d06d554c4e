//! What is asked for on the command line.

use std::ffi::OsString;

use crate::error::{Error, Result};

/// A part of the benchmarks, with a table of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The compiler's CPU for each model, beside other libraries.
    Cost,
    /// The same for ours, from few models to many.
    Growth,
    /// Dependencies, and their first check.
    Cold,
    /// Models that refer to the one before.
    Chain,
    /// Printing scripts and asking predicates.
    Print,
    /// Row security on a million rows.
    Rows,
    /// Models to documents and back.
    Convert,
}

const COMPILE: &[Part] = &[Part::Cost, Part::Growth, Part::Cold, Part::Chain];
const RUN: &[Part] = &[Part::Print, Part::Rows, Part::Convert];

/// The whole command line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Options {
    /// In this order.
    pub(super) parts: Vec<Part>,
    /// Fewer models and rounds: to see that it runs, not to quote.
    pub(super) quick: bool,
    /// How often each contestant is measured, where not the usual number.
    rounds: Option<usize>,
    /// These contestants (and plain structs), all where it is empty.
    only: Vec<String>,
}

impl Options {
    /// Reads the arguments; the part is `all` where none is named.
    pub(super) fn parse(arguments: &[OsString]) -> Result<Self> {
        let mut options = Self { parts: Vec::new(), quick: false, rounds: None, only: Vec::new() };
        for argument in arguments {
            let text = argument.to_string_lossy();
            match text.as_ref() {
                "--quick" => options.quick = true,
                "all" => options.parts.extend(COMPILE.iter().chain(RUN)),
                "compile" => options.parts.extend(COMPILE),
                "cost" => options.parts.push(Part::Cost),
                "growth" => options.parts.push(Part::Growth),
                "cold" => options.parts.push(Part::Cold),
                "chain" => options.parts.push(Part::Chain),
                "print" => options.parts.push(Part::Print),
                "rows" => options.parts.push(Part::Rows),
                "convert" => options.parts.push(Part::Convert),
                other => options.read_value(other)?,
            }
        }
        if options.parts.is_empty() {
            options.parts.extend(COMPILE.iter().chain(RUN));
        }
        Ok(options)
    }

    /// An option that has a value: `--name=value`.
    fn read_value(&mut self, argument: &str) -> Result {
        match argument.split_once('=') {
            Some(("--only", names)) => self.only.extend(names.split(',').map(str::to_owned)),
            Some(("--rounds", count)) => match count.parse() {
                Ok(rounds) if rounds > 0 => self.rounds = Some(rounds),
                _ => return Err(unknown(argument)),
            },
            _ => return Err(unknown(argument)),
        }
        Ok(())
    }

    /// How often to measure: three times, once where it is to be quick.
    pub(super) fn rounds(&self) -> usize {
        self.rounds.unwrap_or(if self.quick { 1 } else { 3 })
    }

    /// Whether this contestant takes part.
    pub(super) fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|wanted| wanted == name)
    }
}

fn unknown(argument: &str) -> Error {
    Error::new(format!(
        "bench does not know `{argument}`: all, compile, cost, growth, cold, chain, print, rows, \
         convert, --quick, --rounds=number, --only=name,name"
    ))
}

#[cfg(test)]
mod tests {
    use super::{Options, Part};

    fn parse(line: &str) -> Result<Options, String> {
        let words: Vec<_> = line.split_whitespace().map(Into::into).collect();
        Options::parse(&words).map_err(|error| error.to_string())
    }

    #[test]
    fn everything_is_run_unless_a_part_is_named() {
        assert_eq!(parse("").map(|options| options.parts.len()), Ok(7));
        assert_eq!(
            parse("chain --quick").map(|o| (o.parts, o.quick)),
            Ok((vec![Part::Chain], true))
        );
    }

    #[test]
    fn rounds_are_three_unless_said_otherwise() {
        assert_eq!(parse("").map(|options| options.rounds()), Ok(3));
        assert_eq!(parse("--quick").map(|options| options.rounds()), Ok(1));
        assert_eq!(parse("--quick --rounds=5").map(|options| options.rounds()), Ok(5));
        assert!(parse("--rounds=0").is_err_and(|message| message.contains("`--rounds=0`")));
    }

    #[test]
    fn contestants_are_named_and_the_unknown_is_refused() {
        let options = parse("cost --only=ours,serde").expect("they parse");
        assert!(options.wants("serde") && !options.wants("diesel"));
        assert!(parse("fast").is_err_and(|message| message.contains("`fast`")));
    }
}
