//! The PostgreSQL servers that tests run on.

use std::env;

/// A server.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its name in reports, in practice its version.
    pub name: String,
    /// How a superuser gets to it.
    pub url: String,
}

/// The servers that `MODELS_POSTGRES` names as `name=url`, parted by spaces,
/// else the one of `DATABASE_URL`. A test that finds none has failed, because
/// it has tested nothing.
pub fn servers() -> Vec<Server> {
    let set = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    if let Some(list) = set("MODELS_POSTGRES") {
        return list.split_whitespace().map(named).collect();
    }
    let url = set("DATABASE_URL").expect(
        "no PostgreSQL to test on: run `cargo xtask test`, which starts some, or set \
         MODELS_POSTGRES or DATABASE_URL",
    );
    vec![Server { name: "DATABASE_URL".to_owned(), url }]
}

fn named(pair: &str) -> Server {
    let (name, url) = pair.split_once('=').expect("MODELS_POSTGRES is a list of name=url");
    Server { name: name.to_owned(), url: url.to_owned() }
}
