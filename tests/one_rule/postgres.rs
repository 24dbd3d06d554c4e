//! On every PostgreSQL, as the owner of the meetings.

use backend_models::postgres::Target;
use backend_models::prelude::*;
use backend_models::refusal::{Refusal, explain};
use models_tests::database::on_every_server;
use sqlx::Connection as _;

use crate::cases::{ada, cases};
use crate::models::{Meeting, SCHEMA};

const INSERT: &str = "insert into meetings \
    (id, owner_id, title, slug, seats, is_public, starts_at, ends_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8)";

#[test]
fn the_table_refuses_the_same() {
    on_every_server(async |database| {
        database.apply(&SCHEMA, Target::PLAIN.since(database.version)).await;
        database.run(&format!("insert into auth.users (id) values ('{}')", ada())).await;
        for case in cases() {
            let mut transaction = database.connection.begin().await.unwrap();
            sqlx::raw_sql("set local role authenticated").execute(&mut *transaction).await.unwrap();
            sqlx::query("select set_config('request.jwt.claims', $1, true)")
                .bind(Auth::user(ada()).jwt_claims())
                .execute(&mut *transaction)
                .await
                .unwrap();
            let Meeting { id, owner_id, title, slug, seats, is_public, starts_at, ends_at, .. } =
                case.meeting;
            let insert = sqlx::query(INSERT).bind(id).bind(owner_id).bind(title).bind(slug);
            let insert = insert.bind(seats).bind(is_public).bind(starts_at).bind(ends_at);
            let outcome = insert.execute(&mut *transaction).await;
            let refused = outcome.err().map(|error| explain(&SCHEMA, &error).unwrap());
            let broken = refused.map(|refusal| match refusal {
                Refusal::Value { violation, .. } | Refusal::Relation { violation, .. } => {
                    violation.code().to_owned()
                }
                other => panic!("{}: {other}", case.what),
            });
            assert_eq!(broken.as_deref(), case.breaks, "{}", case.what);
        }
    });
}
