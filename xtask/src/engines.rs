//! The engines that tests run on, and the variables through which tests and
//! other programs learn of their servers.

use std::process::Command;

use backend_models_test::{Result, Server, fleet, say};

/// Every engine.
pub(crate) const ENGINES: &[Engine] = &[POSTGRES, FIRESTORE];

const POSTGRES: Engine = Engine {
    name: "postgres",
    variable: fleet::POSTGRES,
    start: fleet::start_servers,
    all: fleet::servers,
    export: |server| format!("export DATABASE_URL='{}'", server.url),
};

const FIRESTORE: Engine = Engine {
    name: "firestore",
    variable: fleet::FIRESTORE,
    start: fleet::start_emulators,
    all: fleet::emulators,
    export: |server| format!("export {}='{}'", fleet::HOST, server.host()),
};

/// A kind of server.
#[derive(Debug)]
pub(crate) struct Engine {
    /// What the user calls it.
    pub(crate) name: &'static str,
    /// The variable through which tests learn of its servers.
    pub(crate) variable: &'static str,
    /// Starts every server that this machine can have.
    pub(crate) start: fn() -> Result<Vec<Server>>,
    /// The same, unless the environment names servers instead.
    all: fn() -> Result<Vec<Server>>,
    /// How a shell tells other programs of one server.
    export: fn(&Server) -> String,
}

/// The servers of one engine.
#[derive(Debug)]
pub(crate) struct Fleet {
    /// The engine.
    pub(crate) engine: &'static Engine,
    /// At least one server.
    pub(crate) servers: Vec<Server>,
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

#[cfg(test)]
mod tests {
    use super::{FIRESTORE, Fleet, POSTGRES, Server};

    fn server(name: &str, url: &str) -> Server {
        Server::existing(name, url, "")
    }

    #[test]
    fn servers_are_pairs_separated_by_spaces() {
        let servers = vec![server("18", "postgres://a"), server("15", "postgres://b")];
        let fleet = Fleet { engine: &POSTGRES, servers };
        assert_eq!(fleet.value(), "18=postgres://a 15=postgres://b");
    }

    #[test]
    fn a_shell_is_told_of_all_servers_and_of_the_first() {
        let exports = |engine, url| Fleet { engine, servers: vec![server("a", url)] }.exports();
        assert_eq!(
            exports(&POSTGRES, "postgres://a"),
            "export MODELS_POSTGRES='a=postgres://a'\nexport DATABASE_URL='postgres://a'"
        );
        assert_eq!(
            exports(&FIRESTORE, "http://a:1"),
            "export MODELS_FIRESTORE='a=http://a:1'\nexport FIRESTORE_EMULATOR_HOST='a:1'"
        );
    }
}
