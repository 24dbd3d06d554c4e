//! `cargo xtask engines`: servers for another terminal.

use std::ffi::OsString;
use std::io;

use crate::engines::{self, ENGINES, Engine, Fleet};
use crate::error::{Context, Error, Result};
use crate::say;

/// Starts the servers of every engine, or of those named; says where they are,
/// and waits.
pub(crate) fn run(names: &[OsString]) -> Result {
    let mut fleets = Vec::new();
    for engine in chosen(names)? {
        fleets.push(Fleet { engine, servers: (engine.start)()? });
    }
    engines::list(&fleets, "running");
    for fleet in &fleets {
        say::print(fleet.exports());
    }
    say::note("Ctrl-C, or the end of standard input, stops them");
    io::copy(&mut io::stdin(), &mut io::sink()).context(|| "standard input")?;
    Ok(())
}

fn chosen(names: &[OsString]) -> Result<Vec<&'static Engine>> {
    if names.is_empty() {
        return Ok(ENGINES.iter().collect());
    }
    let found = names.iter().map(|name| {
        ENGINES.iter().find(|engine| name == engine.name).ok_or_else(|| {
            let known: Vec<_> = ENGINES.iter().map(|engine| engine.name).collect();
            Error::new(format!("there is no engine `{}`: {}", name.display(), known.join(" or ")))
        })
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::chosen;

    fn names(words: &[&str]) -> Result<Vec<&'static str>, String> {
        let words: Vec<_> = words.iter().map(Into::into).collect();
        match chosen(&words) {
            Ok(engines) => Ok(engines.iter().map(|engine| engine.name).collect()),
            Err(error) => Err(error.to_string()),
        }
    }

    #[test]
    fn engines_are_chosen_by_name_and_all_without_one() {
        assert_eq!(names(&[]), Ok(vec!["postgres", "firestore"]));
        assert_eq!(names(&["firestore"]), Ok(vec!["firestore"]));
        let message = "there is no engine `oracle`: postgres or firestore".to_owned();
        assert_eq!(names(&["postgres", "oracle"]), Err(message));
    }
}
