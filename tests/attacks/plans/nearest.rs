//! The nearest passages, for clients.

use ::backend_models::postgres::Target;
use ::backend_models::prelude::*;
use ::backend_models::types::Vector;
use models_tests::database::with_vectors;

use super::explained::explain;
use super::user;

/// Something that its owner finds again, and others only when they may.
#[derive(Model, Clone, Debug)]
#[model(table = "memos")]
#[access(
    select = is_public || owner_id == auth.uid(),
    insert = service,
    update = service,
    delete = service,
)]
#[expect(dead_code, reason = "only its table is asked")]
struct Memo {
    #[model(id)]
    id: Id<Memo>,
    #[model(references = auth::User, on_delete = cascade)]
    owner_id: Id<auth::User>,
    is_public: bool,
    #[model(index(hnsw, cosine))]
    embedding: Vector<384>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

static MEMOS: Schema = ::backend_models::schema![Memo];

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

/// Few of the nearest are for the caller: the index goes on until there are
/// enough, where pgvector is told to.
#[test]
fn nearest_of_those_that_are_visible() {
    with_vectors(async |database| {
        database.apply(&MEMOS, Target::PLAIN).await;
        let rows = format!(
            "set session_replication_role = replica; select setseed(0.5);
             insert into memos (owner_id, is_public, embedding)
             select case when n % 50 = 0 then '{}' else gen_random_uuid() end, n % 40 = 0,
                 (select array_agg(random() - 0.5) from generate_series(1, 384 + 0 * n))::extensions.vector
             from generate_series(1, 3000) n;
             set session_replication_role = default; analyze memos",
            super::key('a', 1)
        );
        database.run(&rows).await;
        let nearest = "select id from memos
            order by embedding <=> (select array_fill(0.1, array[384])::vector) limit 10";
        let go_on = "set local hnsw.iterative_scan = relaxed_order; set local enable_seqscan = off";
        let plan = explain(database, &user(1), go_on, nearest).await;
        plan.uses(&["memos_embedding_idx"]).asks_once().calls("auth.uid", 1).gives(10);
        let plan = explain(database, &Auth::anonymous(), go_on, nearest).await;
        plan.uses(&["memos_embedding_idx"]).asks_once().gives(10);
    });
}
