//! Where the operators of extensions are found on a server without Supabase.

use models_core::access::Auth;
use models_core::postgres::{Script, Target};
use models_core::schema::{Schema, Type};
use models_core::types::Id;
use models_tests::build::{field, id, model};
use models_tests::database::{Database, on_every_server, with_vectors};
use sqlx::{Connection, PgConnection, Row};

/// As a client writes it.
const NEAREST: &str = "select '[1,0]'::vector <=> '[0,1]' = 1";

fn vectors() -> Schema {
    let of = model("Passage", "passages", vec![id(), field("embedding", Type::Vector(2))]);
    Schema { models: vec![of].into() }
}

/// What a session that begins now has.
async fn path(database: &mut Database) -> String {
    let mut session = database.another().await;
    session.rows("show search_path").await[0].get(0)
}

/// The statement alone, as if the script ran again.
async fn again(database: &mut Database) {
    let schema = vectors();
    let script = Script::new(&schema, Target::PLAIN).unwrap();
    let statement = script.statements().map(|statement| statement.to_string());
    let statement: Vec<_> = statement.filter(|sql| sql.contains("alter database")).collect();
    assert_eq!(statement.len(), 1);
    database.run(&statement[0]).await;
}

#[test]
fn an_operator_is_found_as_on_supabase() {
    with_vectors(async |database| {
        database.apply(&vectors(), Target::PLAIN).await;
        // In the session that made the tables, and in every later one.
        for session in [&mut database.another().await, database] {
            assert!(session.rows(NEAREST).await[0].get::<bool, _>(0));
            for auth in [Auth::anonymous(), Auth::user(Id::new())] {
                assert_eq!(session.count_as(&auth, NEAREST).await, 1);
            }
        }
        assert_eq!(path(database).await, "\"$user\", public, extensions");
        again(database).await;
        assert_eq!(path(database).await, "\"$user\", public, extensions");
    });
}

#[test]
fn what_the_database_says_is_kept() {
    with_vectors(async |database| {
        database.apply(&vectors(), Target::PLAIN).await;
        let name = database.name.clone();
        for (before, after) in [
            ("app, public", "app, public, extensions"),
            ("public, \"extensions\", app", "public, extensions, app"),
            ("\"my extensions\"", "\"my extensions\", extensions"),
            ("''", "extensions"),
        ] {
            database.run(&format!("alter database {name} set search_path = {before}")).await;
            again(&mut database.another().await).await;
            assert_eq!(path(database).await, after, "{before}");
        }
        // And what only this session says.
        for (before, after) in [("''", "extensions"), ("app", "app, extensions")] {
            database.run(&format!("set search_path = {before}")).await;
            again(database).await;
            let here: String = database.rows("show search_path").await[0].get(0);
            assert_eq!(here, after, "{before}");
        }
    });
}

/// Whoever may make tables, and no more.
#[test]
fn another_than_the_owner_makes_the_tables_all_the_same() {
    with_vectors(async |database| {
        let maker = format!("maker_of_{}", database.name);
        database.like_supabase().await;
        let name = database.name.clone();
        database
            .run(&format!(
                "create extension vector with schema extensions;
                 create role {maker} login nosuperuser nobypassrls nocreaterole;
                 grant create on database {name} to {maker};
                 grant create on schema public to {maker};
                 grant usage, create on schema auth, extensions to {maker} with grant option;
                 alter table auth.users owner to {maker};
                 alter function auth.jwt owner to {maker};
                 alter function auth.uid owner to {maker};
                 alter function auth.role owner to {maker};
                 alter function auth.email owner to {maker};"
            ))
            .await;
        database.log_in(&maker).await;
        database.apply(&vectors(), Target::PLAIN).await;
        assert_eq!(database.rows(NEAREST).await.len(), 1);
        assert_eq!(path(database).await, "\"$user\", public");
        database.log_in("postgres").await;
        database.run(&format!("drop owned by {maker} cascade; drop role {maker}")).await;
    });
}

#[test]
fn a_database_without_vectors_is_left_alone() {
    on_every_server(async |database| {
        let of = Schema { models: vec![model("Post", "posts", vec![id()])].into() };
        database.apply(&of, Target::PLAIN).await;
        assert_eq!(path(database).await, "\"$user\", public");
    });
}

/// As the guide has it.
#[test]
fn a_client_can_say_it_in_its_url() {
    on_every_server(async |database| {
        let separator = if database.server.url.contains('?') { '&' } else { '?' };
        let url =
            format!("{}{separator}options=-csearch_path=public,extensions", database.server.url);
        let mut session = PgConnection::connect(&url).await.unwrap();
        let row = sqlx::query("show search_path").fetch_one(&mut session).await.unwrap();
        assert_eq!(row.get::<&str, _>(0), "public,extensions");
    });
}
