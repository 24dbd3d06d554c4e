//! Whatever a schema says, it arrives, exactly once.

use models_core::postgres::Target;
use models_core::schema::Schema;
use models_tests::catalogue::assert_described;
use models_tests::database::{Database, on_every_server, with_vectors};
use models_tests::generate::schema;
use proptest::prelude::*;

async fn arrives(database: &mut Database, schema: &Schema) {
    let target = Target::SUPABASE.since(database.version);
    database.like_supabase().await;
    database.apply(schema, target).await;
    assert_described(database, schema, target).await;
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        max_shrink_iters: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn small_schemas_arrive(schema in schema(1..8, false)) {
        on_every_server(async |database| arrives(database, &schema).await);
    }

    #[test]
    fn small_schemas_with_vectors_arrive(schema in schema(1..6, true)) {
        with_vectors(async |database| arrives(database, &schema).await);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 0, ..cases(2) })]

    #[test]
    fn large_schemas_arrive(schema in schema(200..201, false)) {
        on_every_server(async |database| arrives(database, &schema).await);
    }
}
