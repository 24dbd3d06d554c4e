//! What Supabase would have.

use models_core::access::{Auth, ClaimValue};
use models_core::postgres::{Script, Target};
use models_core::schema::{List, Schema};
use models_core::types::Id;
use models_tests::database::on_every_server;
use sqlx::Row;
use uuid::Uuid;

const NOTHING: Schema = Schema { models: List::Borrowed(&[]) };

#[test]
fn may_run_again() {
    on_every_server(async |database| {
        database.apply(&NOTHING, Target::PLAIN).await;
        database.run("insert into auth.users (id) values (gen_random_uuid())").await;
        database.apply(&NOTHING, Target::PLAIN).await;
        assert_eq!(database.rows("select from auth.users").await.len(), 1);
    });
}

#[test]
fn may_run_in_many_sessions_at_once() {
    on_every_server(async |database| {
        let sql = Script::new(&NOTHING, Target::PLAIN).unwrap().to_sql();
        let mut sessions = tokio::task::JoinSet::new();
        for _ in 0..6 {
            let (mut session, sql) = (database.another().await, sql.clone());
            sessions.spawn(async move { session.try_run(&sql).await });
        }
        while let Some(result) = sessions.join_next().await {
            result.unwrap().unwrap();
        }
    });
}

#[test]
fn says_who_calls() {
    on_every_server(async |database| {
        database.apply(&NOTHING, Target::PLAIN).await;
        let ask = "select auth.uid(), auth.role(), auth.email(), auth.jwt()::text";
        let row = &database.rows(ask).await[0];
        assert_eq!(row.get::<Option<Uuid>, _>(0), None);
        assert_eq!(row.get::<Option<String>, _>(1), None);
        assert_eq!(row.get::<Option<String>, _>(3), None);

        let user = Uuid::now_v7();
        let auth = Auth::user(Id::from_uuid(user))
            .with_email("a@b.c")
            .with_claim("role", ClaimValue::from("moderator"));
        database.run(&format!("set request.jwt.claims = '{}'", auth.jwt_claims())).await;
        let row = &database.rows(ask).await[0];
        assert_eq!(row.get::<Option<Uuid>, _>(0), Some(user));
        assert_eq!(row.get::<Option<String>, _>(1).as_deref(), Some("authenticated"));
        assert_eq!(row.get::<Option<String>, _>(2).as_deref(), Some("a@b.c"));
        assert!(row.get::<Option<String>, _>(3).unwrap().contains("moderator"));

        // What is left of a claim after a transaction: an empty text.
        database.run("set request.jwt.claims = ''").await;
        assert_eq!(database.rows(ask).await[0].get::<Option<Uuid>, _>(0), None);
    });
}
