//! What columns do by themselves: keys, moments, labels.

use models_core::access::Auth;
use models_core::postgres::Target;
use models_core::types::Id;
use models_tests::database::{Database, on_every_server};
use models_tests::forum::forum;
use sqlx::Row;
use uuid::Uuid;

/// A database with the forum and one member of it.
async fn with_member(database: &mut Database) -> (Uuid, Auth) {
    database.apply(&forum(false), Target::PLAIN).await;
    let id = Uuid::now_v7();
    database.run(&format!("insert into auth.users values ('{id}')")).await;
    database.run(&format!("insert into profiles (id, handle) values ('{id}', 'a')")).await;
    (id, Auth::user(Id::from_uuid(id)))
}

/// The function of the script below version 18; the server's own from there.
#[test]
fn keys_are_of_version_7_and_rise() {
    on_every_server(async |database| {
        for target in [Target::PLAIN, Target::PLAIN.since(database.version)] {
            database
                .run("drop schema if exists public, private cascade; create schema public")
                .await;
            database.apply(&forum(false), target).await;
            let sql = "insert into teams (name) select n from generate_series(1, 2000) as n
                returning id, extract(epoch from clock_timestamp())::float8 * 1000";
            let rows = database.rows(sql).await;
            let ids: Vec<Uuid> = rows.iter().map(|row| row.get(0)).collect();
            assert!(ids.is_sorted());
            for row in rows {
                let (id, now): (Uuid, f64) = (row.get(0), row.get(1));
                assert_eq!(id.get_version_num(), 7);
                assert_eq!(id.get_variant(), uuid::Variant::RFC4122);
                let (seconds, nanos) = id.get_timestamp().unwrap().to_unix();
                let then =
                    f64::from(u32::try_from(seconds).unwrap()) * 1e3 + f64::from(nanos) / 1e6;
                assert!((now - 2000.0..=now + 1.0).contains(&then), "{now} {then}");
            }
        }
    });
}

#[test]
fn the_moment_of_a_change_is_kept_whoever_makes_it() {
    on_every_server(async |database| {
        let (_, caller) = with_member(database).await;
        let old = "'2001-01-01'";
        database.run(&format!("update profiles set created_at = {old}, updated_at = {old}")).await;
        let ask = "select updated_at = now(), created_at < now() from profiles";
        database.run(&format!("begin; update profiles set updated_at = {old}")).await;
        let row = &database.rows(ask).await[0];
        assert!(row.get::<bool, _>(0) && row.get::<bool, _>(1));
        database.run("commit").await;
        assert_eq!(database.count_as(&caller, "update profiles set handle = 'b'").await, 1);
    });
}

#[test]
fn callers_write_no_column_that_is_not_theirs() {
    on_every_server(async |database| {
        let (id, caller) = with_member(database).await;
        for sql in [
            "insert into posts (title, created_at) values ('a', now())",
            "insert into posts (title, updated_at) values ('a', now())",
            "insert into posts (title, views) values ('a', 1)",
            "update posts set created_at = now()",
            "update posts set views = 1",
            "update posts set author_id = author_id",
            "update posts set id = id",
            "truncate posts",
            "select email from profiles",
            "select * from profiles",
            "update profiles set handle = 'b' returning email",
            "delete from profiles",
            "create trigger t before update on posts for each row execute function now()",
            "create table public.more ()",
            "select private.set_updated_at()",
        ] {
            let error = database.try_as(&caller, sql).await.expect_err(sql);
            assert!(
                error.contains("permission denied") || error.contains("must be owner"),
                "{sql}: {error}"
            );
        }
        let sql = "insert into posts (title) values ('a') returning *";
        assert_eq!(database.count_as(&caller, sql).await, 1);
        let sql = format!("insert into posts (title, author_id) values ('a', '{id}')");
        assert_eq!(database.count_as(&caller, &sql).await, 1);
        let stranger = Auth::user(Id::new());
        let error = database.try_as(&stranger, &sql).await.unwrap_err();
        assert!(error.contains("violates row-level security policy"), "{error}");
        let sql = "select id, handle from profiles";
        assert_eq!(database.count_as(&Auth::anonymous(), sql).await, 1);
        assert_eq!(database.count_as(&Auth::service(), "select email from profiles").await, 1);
        let sql = "update posts set views = 2, created_at = now()";
        assert_eq!(database.count_as(&Auth::service(), sql).await, 2);
    });
}

#[test]
fn labels_are_checked() {
    on_every_server(async |database| {
        let (_, caller) = with_member(database).await;
        for (sql, allowed) in [
            ("insert into posts (title, status) values ('a', 'published')", true),
            ("insert into posts (title, status) values ('a', 'Published')", false),
            ("insert into posts (title, tags) values ('a', '{news,help,news}')", true),
            ("insert into posts (title, tags) values ('a', '{news,other}')", false),
            ("insert into posts (title, tags) values ('a', '{null}')", false),
        ] {
            let result = database.try_as(&caller, sql).await;
            assert_eq!(result.is_ok(), allowed, "{sql}: {result:?}");
        }
    });
}
