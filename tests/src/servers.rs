//! The PostgreSQL servers that tests run on.

use backend_models_test::fleet;

/// A server.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its name in reports: its version, or `custom`.
    pub name: String,
    /// How a superuser connects to it.
    pub url: String,
    /// Whether an older version and a newer one are tested as well.
    pub is_between: bool,
}

impl Server {
    /// How many of `all` random cases to try: a quarter where an older version
    /// and a newer one try them all.
    pub fn sample(&self, all: usize) -> usize {
        if self.is_between { all.div_ceil(4) } else { all }
    }
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
