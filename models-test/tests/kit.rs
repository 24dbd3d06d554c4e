//! The kit, as the tests of an application use it.

use std::net::TcpStream;

use backend_models_test::{FirestoreEmulator, Postgres, Result};

#[test]
fn a_server_starts_with_its_extensions_and_is_gone_at_the_end() -> Result {
    let server = Postgres::start()?;
    assert!(server.version().starts_with("PostgreSQL 18"), "{}", server.version());
    let extensions =
        "create extension vector; create extension btree_gist; create extension citext;
        select count(*) from pg_extension where extname in ('vector', 'btree_gist', 'citext')";
    let answer = server.psql().ask(server.url(), extensions)?;
    assert_eq!(answer.lines().last(), Some("3"));
    let (psql, url) = (server.psql().clone(), server.url().to_owned());
    drop(server);
    assert!(psql.ask(&url, "select 1").is_err());
    Ok(())
}

#[test]
fn each_test_has_a_database_which_is_dropped() -> Result {
    let server = Postgres::shared()?;
    let [one, other] = [server.database()?, server.database()?];
    server.psql().ask(one.url(), "create table only_here ()")?;
    let find = "select count(*) from pg_tables where tablename = 'only_here'";
    assert_eq!(server.psql().ask(one.url(), find)?, "1");
    assert_eq!(server.psql().ask(other.url(), find)?, "0");
    let count = format!("select count(*) from pg_database where datname = '{}'", one.name());
    assert_eq!(server.psql().ask(server.url(), &count)?, "1");
    drop(one);
    assert_eq!(server.psql().ask(server.url(), &count)?, "0");
    Ok(())
}

#[test]
fn an_emulator_answers_and_no_project_is_given_twice() -> Result {
    let emulator = FirestoreEmulator::shared()?;
    assert!(TcpStream::connect(emulator.host()).is_ok(), "{}", emulator.host());
    assert_ne!(emulator.project(), emulator.project());
    Ok(())
}
