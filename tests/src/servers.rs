//! The PostgreSQL servers that tests run on.

use backend_models_test::fleet;

/// A server.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its name in reports: its version, or `custom`.
    pub name: String,
    /// How a superuser connects to it.
    pub url: String,
    /// Whether an older version and a newer one are tested as well. Tests that
    /// draw at random draw less for it: what both others do, it does too, unless
    /// something came and went.
    pub is_between: bool,
}

/// The servers that `MODELS_POSTGRES` names as `name=url`, separated by spaces,
/// else the one of `DATABASE_URL`, newest first. A test that finds none has
/// failed, because it has tested nothing.
pub fn servers() -> Vec<Server> {
    let named = fleet::named_servers().unwrap_or_else(|error| panic!("{error}"));
    assert!(
        !named.is_empty(),
        "no PostgreSQL to test on: run `cargo xtask test`, which starts some, or set \
         MODELS_POSTGRES or DATABASE_URL"
    );
    let last = named.len() - 1;
    let server = |(at, (name, url))| Server { name, url, is_between: at > 0 && at < last };
    named.into_iter().enumerate().map(server).collect()
}
