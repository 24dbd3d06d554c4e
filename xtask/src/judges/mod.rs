//! `cargo xtask judges`: independent tools judge the SQL of the examples.
//!
//! - squawk reads it as a migration (locks, timeouts, types);
//! - pglast parses it, and the bodies of its functions, with `PostgreSQL`'s grammar;
//! - a server runs it;
//! - pgrls lints what the server then has, and proves who can read and write what.
//!
//! Every script is judged by all of them, so that one run says everything. What
//! a judge is told to overlook stands in its own file, with the reason.

mod examples;
mod pglast;
mod pgrls;
mod scratch;
mod squawk;

use std::path::PathBuf;

use backend_models_test::fleet::Places;

use crate::error::{Error, Result};
use crate::say;

use examples::{EXAMPLES, Platform, Script};

/// The tools, each in a folder of its own: what they depend on clashes.
struct Tools {
    squawk: PathBuf,
    pgrls: PathBuf,
    pglast: PathBuf,
}

/// Judges every script of every example.
pub(crate) fn run() -> Result {
    let programs = Places::find()?.programs;
    let tools = Tools {
        squawk: squawk::PACKAGE.install(&programs)?,
        pgrls: pgrls::PACKAGE.install(&programs)?,
        pglast: pglast::PACKAGE.install(&programs)?,
    };
    let scripts = say::timed("writing the SQL of the examples", || examples::write(EXAMPLES))?;
    let scratch = scratch::Scratch::start()?;
    let mut objections = Vec::new();
    for script in &scripts {
        for (judge, verdict) in judge(script, &tools, &scratch) {
            match verdict {
                Ok(()) => say::note(format_args!("{script}: {judge} has no objection")),
                Err(error) => {
                    say::note(format_args!("{script}: {judge} objects\n{error}"));
                    objections.push(format!("{judge} to {script}"));
                }
            }
        }
    }
    if objections.is_empty() {
        return Ok(());
    }
    Err(Error::new(format!("objections: {}", objections.join(", "))))
}

/// The verdicts on one script.
fn judge(script: &Script, tools: &Tools, scratch: &scratch::Scratch) -> Vec<(String, Result)> {
    let mut verdicts = vec![
        ("squawk".to_owned(), squawk::judge(&tools.squawk, script)),
        ("pglast".to_owned(), pglast::judge(&tools.pglast, script)),
    ];
    let applied = scratch.apply(script);
    if let Ok(url) = &applied {
        let lint = pgrls::lint(&tools.pgrls, script, scratch.psql(), url);
        verdicts.push(("pgrls lint".to_owned(), lint));
        for mode in pgrls::MODES {
            let verdict = pgrls::verify(&tools.pgrls, script, url, mode);
            verdicts.push((format!("pgrls verify {mode}"), verdict));
        }
    }
    verdicts.insert(2, (scratch.version().to_owned(), applied.map(drop)));
    verdicts
}
