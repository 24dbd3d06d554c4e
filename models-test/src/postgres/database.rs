//! A database of its own for each test.

use super::Psql;
use crate::error::Result;
use crate::server::ports::unique;

/// An empty database; it is dropped with this value, even if sessions are open.
#[derive(Debug)]
pub struct Database {
    name: String,
    url: String,
    server_url: String,
    psql: Psql,
}

impl Database {
    pub(super) fn create(server_url: &str, psql: &Psql) -> Result<Self> {
        let name = unique("test").replace('-', "_");
        psql.ask(
            server_url,
            &format!("create database {name} template template0 encoding 'UTF8'"),
        )?;
        let url = with_database(server_url, &name);
        Ok(Self { name, url, server_url: server_url.to_owned(), psql: psql.clone() })
    }

    /// How a superuser connects to it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // A server that is gone has no databases left to drop.
        let sql = format!("drop database if exists {} with (force)", self.name);
        let _ = self.psql.ask(&self.server_url, &sql);
    }
}

/// The URL of another database on the same server.
fn with_database(url: &str, name: &str) -> String {
    let (address, options) =
        url.split_once('?').map_or((url, ""), |(address, _)| (address, &url[address.len()..]));
    let host_begins = address.find("://").map_or(0, |at| at + 3);
    let host_ends = address[host_begins..].find('/').map_or(address.len(), |at| host_begins + at);
    format!("{}/{name}{options}", &address[..host_ends])
}

#[cfg(test)]
mod tests {
    use super::with_database;

    #[test]
    fn only_the_database_of_a_url_changes() {
        let own = "postgres://postgres@127.0.0.1:1/postgres?sslmode=disable";
        assert_eq!(with_database(own, "x"), "postgres://postgres@127.0.0.1:1/x?sslmode=disable");
        assert_eq!(with_database("postgres://a:5432", "x"), "postgres://a:5432/x");
        assert_eq!(with_database("postgres://a/b", "x"), "postgres://a/x");
    }
}
