//! Changes that are sent to clients.

use models_core::postgres::Target;
use models_tests::database::on_every_server;
use models_tests::forum::forum;

const SENT: &str = "select from pg_publication_tables
    where pubname = 'supabase_realtime' and schemaname = 'public'";

#[test]
fn a_publication_is_made_where_it_is_missing() {
    on_every_server(async |database| {
        database.apply(&forum(false), Target::PLAIN).await;
        assert_eq!(database.rows(SENT).await.len(), 1);
    });
}

#[test]
fn a_publication_that_is_there_already_is_used() {
    on_every_server(async |database| {
        database.run("create publication supabase_realtime").await;
        database.apply(&forum(false), Target::PLAIN).await;
        assert_eq!(database.rows(SENT).await.len(), 1);
    });
}

/// To add a table to one of these would be an error.
#[test]
fn a_publication_of_all_tables_is_left_alone() {
    on_every_server(async |database| {
        database.run("create publication supabase_realtime for all tables").await;
        database.apply(&forum(false), Target::PLAIN).await;
        assert_eq!(database.rows(SENT).await.len(), 5);
    });
}
