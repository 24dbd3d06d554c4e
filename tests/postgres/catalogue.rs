//! What the catalogue says is what the description says.

use models_core::postgres::Target;
use models_tests::catalogue::assert_described;
use models_tests::database::{on_every_server, with_vectors};
use models_tests::forum::forum;

#[test]
fn forum_is_as_described() {
    on_every_server(async |database| {
        let (schema, target) = (forum(false), Target::PLAIN);
        database.apply(&schema, target).await;
        assert_described(database, &schema, target).await;
    });
}

#[test]
fn forum_is_as_described_on_supabase_with_its_default_privileges() {
    with_vectors(async |database| {
        let (schema, target) = (forum(true), Target::SUPABASE.since(database.version));
        database.like_supabase().await;
        database.apply(&schema, target).await;
        assert_described(database, &schema, target).await;
    });
}
