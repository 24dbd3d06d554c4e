//! The database engines that tests and demonstrations run on, one file each.
//!
//! A new engine is one more file and one more line in [`ENGINES`].

pub(crate) mod guard;
pub(crate) mod install;
pub(crate) mod places;
pub(crate) mod postgres;

use std::process::Command;

use crate::error::Result;
use crate::say;

/// Every engine, as a function that starts all the servers it can have here.
const ENGINES: &[fn() -> Result<Fleet>] = &[postgres::all];

/// The servers of one engine.
#[derive(Debug)]
pub(crate) struct Fleet {
    /// The variable through which tests learn of them.
    pub(crate) variable: &'static str,
    /// At least one server.
    pub(crate) servers: Vec<Server>,
}

/// One server that answers.
#[derive(Debug)]
pub(crate) struct Server {
    /// What tests call it, such as `18`.
    pub(crate) name: String,
    /// Where it answers.
    pub(crate) url: String,
    /// What it says it is.
    pub(crate) version: String,
    /// Keeps it running; a server that was there before has none.
    #[expect(dead_code, reason = "held to be dropped")]
    pub(crate) guard: Option<guard::Guard>,
}

impl Fleet {
    /// The servers as tests read them: `name=url`, separated by spaces.
    pub(crate) fn value(&self) -> String {
        let pairs = self.servers.iter().map(|server| format!("{}={}", server.name, server.url));
        pairs.collect::<Vec<_>>().join(" ")
    }
}

/// Starts every server that this machine can have.
pub(crate) fn start() -> Result<Vec<Fleet>> {
    ENGINES.iter().map(|engine| engine()).collect()
}

/// Tells a program where the servers are.
pub(crate) fn tell(fleets: &[Fleet], command: &mut Command) {
    for fleet in fleets {
        command.env(fleet.variable, fleet.value());
    }
}

/// Says which servers there are.
pub(crate) fn list(fleets: &[Fleet], verb: &str) {
    for server in fleets.iter().flat_map(|fleet| &fleet.servers) {
        say::note(format_args!("{verb} {} ({})", server.version, server.name));
    }
}

#[cfg(test)]
mod tests {
    use super::{Fleet, Server};

    fn server(name: &str, url: &str) -> Server {
        Server { name: name.into(), url: url.into(), version: String::new(), guard: None }
    }

    #[test]
    fn servers_are_pairs_separated_by_spaces() {
        let servers = vec![server("18", "postgres://a"), server("15", "postgres://b")];
        let fleet = Fleet { variable: "MODELS_POSTGRES", servers };
        assert_eq!(fleet.value(), "18=postgres://a 15=postgres://b");
    }
}
