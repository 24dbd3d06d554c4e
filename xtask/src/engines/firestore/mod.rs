//! Firestore: the emulator hidane from crates.io, and Google's own where the
//! machine has it.

mod ask;
mod emulator;
mod google;
mod hidane;

use std::env;

use crate::engines::places::Places;
use crate::engines::{Engine, Server, pairs};
use crate::error::{Error, Result};

/// What to know of it.
pub(crate) const ENGINE: Engine = Engine {
    name: "firestore",
    variable: VARIABLE,
    start,
    all,
    export: |server| format!("export {HOST}='{}'", server.host()),
};

const VARIABLE: &str = "MODELS_FIRESTORE";

/// Where every Firestore client looks for an emulator.
pub(crate) const HOST: &str = "FIRESTORE_EMULATOR_HOST";

/// Every emulator this machine can have; or those that the user names instead,
/// in `MODELS_FIRESTORE` (as `cargo xtask engines` prints it) or
/// `FIRESTORE_EMULATOR_HOST`.
fn all() -> Result<Vec<Server>> {
    if let Some(value) = set(VARIABLE) {
        let named = pairs(VARIABLE, &value)?;
        return Ok(named.into_iter().map(|(name, url)| existing(name, url)).collect());
    }
    match set(HOST) {
        Some(host) => Ok(vec![existing("custom".to_owned(), url(&host)?)]),
        None => start(),
    }
}

/// The emulator of `FIRESTORE_EMULATOR_HOST`, or hidane.
pub(crate) fn one() -> Result<Server> {
    if let Some(host) = set(HOST) {
        return Ok(existing("custom".to_owned(), url(&host)?));
    }
    let places = Places::find()?;
    hidane::find(&places)?.start(&places)
}

fn set(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// Starts every emulator this machine can have.
fn start() -> Result<Vec<Server>> {
    let places = Places::find()?;
    let mut servers = vec![hidane::find(&places)?.start(&places)?];
    if let Some(google) = google::find()? {
        servers.push(google.start(&places)?);
    }
    Ok(servers)
}

/// An emulator that is already there.
fn existing(name: String, url: String) -> Server {
    let version = if ask::is_there(url.strip_prefix("http://").unwrap_or(&url)) {
        "a Firestore emulator".to_owned()
    } else {
        format!("a Firestore emulator that does not answer at {url}")
    };
    Server { name, url, version, guard: None }
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
