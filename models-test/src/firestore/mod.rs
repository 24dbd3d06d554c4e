//! Firestore: the emulator hidane from crates.io, and Google's own where the
//! machine has it.

mod ask;
mod emulator;
mod google;

use std::sync::OnceLock;

use emulator::Installed;

use crate::error::{Error, Result};
use crate::install;
use crate::server::places::Places;
use crate::server::ports::unique;
use crate::server::{Server, pairs, variable};

/// Names the emulators to test on, as `name=http://host:port`, separated by
/// spaces.
pub const VARIABLE: &str = "MODELS_FIRESTORE";

/// Where every Firestore client looks for an emulator.
pub const HOST: &str = "FIRESTORE_EMULATOR_HOST";

/// hidane is written in Rust: every machine can build it.
const HIDANE: install::Program = install::Program {
    name: "hidane",
    version: "0.6.0",
    what: "the Firestore emulator hidane (built from crates.io, a few minutes)",
};

/// A Firestore emulator.
#[derive(Debug)]
pub struct FirestoreEmulator {
    server: Server,
}

impl FirestoreEmulator {
    /// Starts hidane, building it if need be.
    pub fn start() -> Result<Self> {
        let places = Places::find()?;
        Ok(Self { server: hidane(&places)?.start(&places)? })
    }

    /// The emulator that all tests of this program share: the first of
    /// `MODELS_FIRESTORE`, or one that the first call starts.
    pub fn shared() -> Result<&'static Self> {
        static SHARED: OnceLock<Result<FirestoreEmulator>> = OnceLock::new();
        let shared = SHARED.get_or_init(|| match variable(VARIABLE) {
            Some(value) => {
                let mut named = pairs(VARIABLE, &value)?;
                let (name, url) = named.swap_remove(0);
                Ok(Self { server: existing(&name, &url) })
            }
            None => Self::start(),
        });
        shared.as_ref().map_err(Clone::clone)
    }

    /// The emulator that `FIRESTORE_EMULATOR_HOST` names, or one that starts.
    #[doc(hidden)]
    pub fn named_or_start() -> Result<Self> {
        match variable(HOST) {
            Some(host) => Ok(Self { server: existing("custom", &url(&host)?) }),
            None => Self::start(),
        }
    }

    /// `host:port`, the value of `FIRESTORE_EMULATOR_HOST`.
    pub fn host(&self) -> &str {
        self.server.host()
    }

    /// What it is.
    pub fn version(&self) -> &str {
        &self.server.version
    }

    /// The id of a project that nothing else uses. Emulators keep documents and
    /// rules for each project, and make one when it is named.
    pub fn project(&self) -> String {
        unique("test")
    }
}

/// The emulators that the environment names: in `MODELS_FIRESTORE`, as `cargo
/// xtask engines` prints it, else in `FIRESTORE_EMULATOR_HOST`.
pub fn named() -> Result<Vec<(String, String)>> {
    match (variable(VARIABLE), variable(HOST)) {
        (Some(value), _) => pairs(VARIABLE, &value),
        (None, Some(host)) => Ok(vec![("custom".to_owned(), url(&host)?)]),
        (None, None) => Ok(Vec::new()),
    }
}

/// The emulators that the environment names, or else every emulator that this
/// machine can have.
pub fn all() -> Result<Vec<Server>> {
    let named = named()?;
    if named.is_empty() {
        return start_all();
    }
    Ok(named.iter().map(|(name, url)| existing(name, url)).collect())
}

/// Starts every emulator that this machine can have.
pub fn start_all() -> Result<Vec<Server>> {
    let places = Places::find()?;
    let mut servers = vec![hidane(&places)?.start(&places)?];
    if let Some(google) = google::find()? {
        servers.push(google.start(&places)?);
    }
    Ok(servers)
}

/// hidane, which is built if need be.
fn hidane(places: &Places) -> Result<Installed> {
    let program = HIDANE.install(&places.programs)?;
    Ok(Installed {
        name: HIDANE.name,
        version: format!("the Firestore emulator {} {}", HIDANE.name, HIDANE.version),
        command: vec![program.into_os_string()],
    })
}

/// An emulator that is already there.
fn existing(name: &str, url: &str) -> Server {
    let version = if ask::is_there(url.strip_prefix("http://").unwrap_or(url)) {
        "a Firestore emulator".to_owned()
    } else {
        format!("a Firestore emulator that does not answer at {url}")
    };
    Server::existing(name, url, &version)
}

/// The address in `FIRESTORE_EMULATOR_HOST`, which is `host:port`.
fn url(host: &str) -> Result<String> {
    let port = host.rsplit_once(':').and_then(|(_, port)| port.parse::<u16>().ok());
    if host.contains(char::is_whitespace) || host.contains('/') || port.is_none() {
        return Err(Error::new(format!("{HOST} must be host:port, such as 127.0.0.1:8080")));
    }
    Ok(format!("http://{host}"))
}

#[cfg(test)]
mod tests {
    use super::url;

    #[test]
    fn a_host_has_a_port_and_no_scheme() {
        assert_eq!(url("127.0.0.1:8080").ok().as_deref(), Some("http://127.0.0.1:8080"));
        assert_eq!(url("[::1]:8080").ok().as_deref(), Some("http://[::1]:8080"));
        for wrong in ["http://127.0.0.1:8080", "localhost", "a:b", "a:80 b:80"] {
            assert!(url(wrong).is_err(), "{wrong}");
        }
    }
}
