//! On what a script runs: who owns what it makes, and what was there before.

use ::backend_models::postgres::Target;
use models_tests::database::{Database, on_every_server};

use super::{World, schema};

/// The login of clients.
pub(super) const CLIENT: &str = "models_test_client";

/// An owner with no other rights than to a database.
const OWNER: &str = "models_test_owner";

/// Who runs which script.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Footing {
    /// A superuser, the script for Supabase, where everyone is granted
    /// everything by default.
    Supabase,
    /// The owner of a database, who is under row security, the script for a
    /// server without Supabase.
    PlainOwner,
}

/// Roles belong to the whole server, so other tests make them at the same time.
const ROLES: [&str; 5] = [
    "anon nologin",
    "authenticated nologin",
    "service_role nologin bypassrls",
    "models_test_owner login",
    "models_test_client login noinherit in role anon, authenticated",
];

pub(super) async fn make(database: &mut Database, footing: Footing) {
    for role in ROLES {
        let create = format!(
            "do $$ begin create role {role};
            exception when duplicate_object or unique_violation then null; end $$"
        );
        database.run(&create).await;
    }
    let schema = schema(database.has_vectors);
    match footing {
        Footing::Supabase => {
            database.like_supabase().await;
            database.apply(&schema, Target::SUPABASE).await;
        }
        Footing::PlainOwner => {
            database.run(&format!("alter database {} owner to {OWNER}", database.name)).await;
            if database.has_vectors {
                // pgvector is not among the extensions that any owner may add.
                let sql = format!("create schema extensions authorization {OWNER};");
                database.run(&sql).await;
                database.run("create extension vector with schema extensions").await;
            }
            let admin = database.connect_as(OWNER).await;
            let admin = std::mem::replace(&mut database.connection, admin);
            database.apply(&schema, Target::PLAIN).await;
            database.connection = admin;
        }
    }
}

/// Runs a test on every server and on every footing.
#[expect(clippy::needless_pass_by_value, reason = "a test hands over a closure")]
pub(crate) fn on_every_footing(test: impl AsyncFn(&mut World<'_>)) {
    for footing in [Footing::Supabase, Footing::PlainOwner] {
        on(footing, &test);
    }
}

/// Runs a test on every server, as on Supabase.
#[expect(clippy::needless_pass_by_value, reason = "a test hands over a closure")]
pub(crate) fn on_supabase(test: impl AsyncFn(&mut World<'_>)) {
    on(Footing::Supabase, &test);
}

fn on(footing: Footing, test: &impl AsyncFn(&mut World<'_>)) {
    on_every_server(async |database| {
        eprintln!("on {footing:?}");
        let mut world = World::new(database, footing).await;
        test(&mut world).await;
    });
}
