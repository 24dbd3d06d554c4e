//! The nearest passages, for clients.

use ::models::access::Auth;
use ::models::postgres::Target;
use models_tests::database::with_vectors;

use super::explained::explain;
use super::user;

/// 2,500 passages in 384 dimensions.
const PASSAGES: &str = "select setseed(0.5);
    insert into passages (id, path, \"position\", text, embedding)
    select gen_random_uuid(), 'a.md', n, 'text',
        (select array_agg(random() - 0.5) from generate_series(1, 384 + 0 * n))::extensions.vector
    from generate_series(1, 2500) n;
    analyze passages";

#[test]
fn nearest_by_index() {
    with_vectors(async |database| {
        database.like_supabase().await;
        database.apply(&crate::world::schema(true), Target::SUPABASE).await;
        database.run(PASSAGES).await;
        let nearest = "select id from passages
            order by embedding <=> (select array_fill(0.1, array[384])::vector) limit 10";
        for auth in [Auth::anonymous(), user(1)] {
            let plan = explain(database, &auth, "", nearest).await;
            plan.uses(&["passages_embedding_idx"]).asks_once().gives(10);
        }
    });
}
