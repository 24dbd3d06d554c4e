//! A running server, and how one is named in a variable.

pub(crate) mod guard;
pub(crate) mod places;
pub(crate) mod ports;
mod stale;

use std::env;

use crate::error::{Error, Result};
use guard::Guard;

/// One server that answers.
#[derive(Debug)]
pub struct Server {
    /// A short name, such as `18` or `hidane`.
    pub name: String,
    /// Where it answers.
    pub url: String,
    /// What it is, for reports.
    pub version: String,
    /// Keeps it running; a server that was there before has none.
    pub(crate) guard: Option<Guard>,
}

impl Server {
    /// A server that somebody else runs.
    pub fn existing(name: &str, url: &str, version: &str) -> Self {
        let [name, url, version] = [name, url, version].map(str::to_owned);
        Self { name, url, version, guard: None }
    }

    /// `host:port`, where it answers to HTTP.
    pub fn host(&self) -> &str {
        self.url.strip_prefix("http://").unwrap_or(&self.url)
    }

    /// Whether it stops when this value is dropped.
    pub fn is_ours(&self) -> bool {
        self.guard.is_some()
    }
}

/// The value of a variable that is set, and not to nothing.
pub(crate) fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// Reads a list of `name=url`, separated by spaces.
pub(crate) fn pairs(variable: &str, value: &str) -> Result<Vec<(String, String)>> {
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
    use super::pairs;

    #[test]
    fn pairs_are_read_at_their_first_equals_sign() {
        let read = pairs("X", "18=postgres://a?sslmode=disable 15=postgres://b");
        let pairs = read.unwrap_or_default();
        assert_eq!(pairs.len(), 2);
        assert_eq!(pairs[0], ("18".into(), "postgres://a?sslmode=disable".into()));
    }

    #[test]
    fn a_url_without_a_name_is_an_error() {
        let message = |value| pairs("X", value).err().map(|error| error.to_string());
        let expected = Some("X is a list of name=url, separated by spaces".to_owned());
        assert_eq!(message("postgres://a?sslmode=disable"), expected);
        assert_eq!(message("18"), expected);
    }
}
