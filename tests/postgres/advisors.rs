//! What Supabase's advisors look for, and would complain about.

use models_core::postgres::Target;
use models_tests::advisors::assert_content;
use models_tests::database::{on_every_server, with_vectors};
use models_tests::forum::forum;

#[test]
fn advisors_are_content() {
    on_every_server(async |database| {
        database.apply(&forum(false), Target::PLAIN).await;
        assert_content(database).await;
    });
}

#[test]
fn advisors_are_content_on_supabase() {
    with_vectors(async |database| {
        database.like_supabase().await;
        database.apply(&forum(true), Target::SUPABASE.since(database.version)).await;
        assert_content(database).await;
    });
}
