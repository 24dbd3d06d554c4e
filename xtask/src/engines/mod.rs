//! The database engines that tests and demonstrations run on, one file each.
//!
//! A new engine is one more file and one more line in [`ENGINES`].

pub(crate) mod firestore;
pub(crate) mod guard;
pub(crate) mod install;
pub(crate) mod places;
mod ports;
pub(crate) mod postgres;

use std::process::Command;

use crate::error::{Error, Result};
use crate::say;

/// Every engine.
pub(crate) const ENGINES: &[Engine] = &[postgres::ENGINE, firestore::ENGINE];

/// A kind of server.
#[derive(Debug)]
pub(crate) struct Engine {
    /// What the user calls it.
    pub(crate) name: &'static str,
    /// The variable through which tests learn of its servers.
    pub(crate) variable: &'static str,
    /// Starts every server that this machine can have.
    pub(crate) start: fn() -> Result<Vec<Server>>,
    /// The same, unless the user names servers instead.
    all: fn() -> Result<Vec<Server>>,
    /// How a shell tells other programs of one server.
    export: fn(&Server) -> String,
}

/// The servers of one engine.
#[derive(Debug)]
pub(crate) struct Fleet {
    /// What they are servers of.
    pub(crate) engine: &'static Engine,
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

impl Server {
    /// `host:port`, where it answers to HTTP.
    pub(crate) fn host(&self) -> &str {
        self.url.strip_prefix("http://").unwrap_or(&self.url)
    }
}

impl Fleet {
    /// The servers as tests read them: `name=url`, separated by spaces.
    pub(crate) fn value(&self) -> String {
        let pairs = self.servers.iter().map(|server| format!("{}={}", server.name, server.url));
        pairs.collect::<Vec<_>>().join(" ")
    }

    /// What a shell runs so that other programs find the servers.
    pub(crate) fn exports(&self) -> String {
        let all = format!("export {}='{}'", self.engine.variable, self.value());
        let one = self.servers.first().map(self.engine.export);
        one.map_or_else(|| all.clone(), |one| format!("{all}\n{one}"))
    }
}

/// Every server that tests are to run on.
pub(crate) fn start() -> Result<Vec<Fleet>> {
    let fleets = ENGINES.iter().map(|engine| Ok(Fleet { engine, servers: (engine.all)()? }));
    fleets.collect()
}

/// Tells a program where the servers are.
pub(crate) fn tell(fleets: &[Fleet], command: &mut Command) {
    for fleet in fleets {
        command.env(fleet.engine.variable, fleet.value());
    }
}

/// Says which servers there are.
pub(crate) fn list(fleets: &[Fleet], verb: &str) {
    for server in fleets.iter().flat_map(|fleet| &fleet.servers) {
        say::note(format_args!("{verb} {} ({})", server.version, server.name));
    }
}

/// Reads what [`Fleet::value`] writes.
fn pairs(variable: &str, value: &str) -> Result<Vec<(String, String)>> {
    let pairs = value.split_whitespace().map(|pair| match pair.split_once('=') {
        Some((name, url)) if !name.is_empty() && !name.contains(':') => {
            Ok((name.to_owned(), url.to_owned()))
        }
        _ => Err(Error::new(format!("{variable} is a list of name=url, separated by spaces"))),
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::{Fleet, Server, firestore, pairs, postgres};

    fn server(name: &str, url: &str) -> Server {
        Server { name: name.into(), url: url.into(), version: String::new(), guard: None }
    }

    #[test]
    fn servers_are_pairs_separated_by_spaces() {
        let servers = vec![server("18", "postgres://a"), server("15", "postgres://b")];
        let fleet = Fleet { engine: &postgres::ENGINE, servers };
        assert_eq!(fleet.value(), "18=postgres://a 15=postgres://b");
    }

    #[test]
    fn a_shell_is_told_of_all_servers_and_of_the_first() {
        let exports = |engine, url| Fleet { engine, servers: vec![server("a", url)] }.exports();
        assert_eq!(
            exports(&postgres::ENGINE, "postgres://a"),
            "export MODELS_POSTGRES='a=postgres://a'\nexport DATABASE_URL='postgres://a'"
        );
        assert_eq!(
            exports(&firestore::ENGINE, "http://a:1"),
            "export MODELS_FIRESTORE='a=http://a:1'\nexport FIRESTORE_EMULATOR_HOST='a:1'"
        );
    }

    #[test]
    fn pairs_are_read_at_their_first_equals_sign() {
        let read = pairs("X", "18=postgres://a?sslmode=disable 15=postgres://b");
        let pairs = read.unwrap_or_default();
        assert_eq!(pairs.len(), 2);
        assert_eq!(pairs[0], ("18".into(), "postgres://a?sslmode=disable".into()));
    }

    #[test]
    fn a_url_without_a_name_is_an_error() {
        let said = |value| pairs("X", value).err().map(|error| error.to_string());
        let expected = Some("X is a list of name=url, separated by spaces".to_owned());
        assert_eq!(said("postgres://a?sslmode=disable"), expected);
        assert_eq!(said("18"), expected);
    }
}
