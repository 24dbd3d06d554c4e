//! Settings and roles that a session may try to change.

use sqlx::{Executor as _, Row as _};

use crate::world::{People, World, key, on_every_footing};

#[test]
fn settings() {
    on_every_footing(async |w| {
        row_security(w).await;
        other_roles(w).await;
        others_of_the_same_session(w).await;
        settings_of_the_parser(w).await;
    });
}

/// Off, it makes a query fail that a policy would narrow.
async fn row_security(w: &mut World<'_>) {
    let p = People::new();
    for table in ["notes", "teams", "posts", "memberships"] {
        let off = format!("set local row_security = off; select id from {table}");
        w.denied(&p.writer, &off).await;
        w.denied(&p.anon, &off).await;
    }
    w.denied(&p.writer, "set local row_security = off; update posts set title = 'x'").await;
    w.denied(&p.writer, "set local row_security = off; delete from notes").await;
}

async fn other_roles(w: &mut World<'_>) {
    let p = People::new();
    for sql in [
        "set role service_role",
        "set local role service_role",
        "select set_config('role', 'service_role', true)",
        "set role postgres",
        "set session authorization postgres",
        "set local session_replication_role = replica",
        "alter role authenticated bypassrls",
        "alter role authenticated superuser",
        "alter default privileges for role postgres grant all on tables to anon",
        "grant service_role to authenticated",
        "create role mine",
        "alter database postgres set row_security = off",
    ] {
        w.denied(&p.writer, sql).await;
        w.denied(&p.anon, sql).await;
    }
    // Back to the login, which has nothing of its own.
    for table in ["profiles", "tags", "posts", "notes"] {
        w.denied(&p.writer, &format!("reset role; select id from {table}")).await;
        w.denied(&p.writer, &format!("set role none; select id from {table}")).await;
    }
    // Less than it was, for a moment.
    w.denied(&p.writer, "set local role anon; select id from notes").await;
}

/// One session serves one caller after another, and keeps its plans.
async fn others_of_the_same_session(w: &mut World<'_>) {
    w.client.execute("prepare notes_of_mine as select id from public.notes").await.unwrap();
    for mode in ["auto", "force_generic_plan", "force_custom_plan"] {
        for round in 0..8 {
            for (user, expected) in [("writer", 3), ("rival", 1), ("stranger", 0), ("reader", 3)] {
                let begin = format!(
                    "begin; set local plan_cache_mode = {mode}; set local role authenticated;
                     set local request.jwt.claims = '{{\"sub\": \"{}\"}}'",
                    key(user)
                );
                w.client.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(begin))).await.unwrap();
                let run = sqlx::raw_sql("execute notes_of_mine");
                let rows = w.client.fetch_all(run).await.unwrap();
                assert_eq!(rows.len(), expected, "{user} in round {round}, {mode}");
                w.client.execute("rollback").await.unwrap();
            }
            let as_anon = "begin; set local role anon; execute notes_of_mine";
            w.client.execute(sqlx::raw_sql(as_anon)).await.unwrap_err();
            w.client.execute("rollback").await.unwrap();
        }
    }
    w.client.execute("deallocate notes_of_mine").await.unwrap();
}

/// The bodies of functions are read again in every session.
async fn settings_of_the_parser(w: &mut World<'_>) {
    let p = People::new();
    for setting in [
        "standard_conforming_strings = off",
        "transform_null_equals = on",
        "array_nulls = off",
        "backslash_quote = off",
        "quote_all_identifiers = on",
        "search_path = ''",
        "search_path = pg_temp",
        "datestyle = 'German'",
        "jit = on",
        "enable_seqscan = off",
        "default_transaction_isolation = 'read uncommitted'",
    ] {
        let ask = |table| format!("set local {setting}; select id from public.{table}");
        w.nothing(&p.stranger, &ask("notes")).await;
        w.nothing(&p.stranger, &ask("teams")).await;
        w.allowed(&p.writer, 3, &ask("notes")).await;
        w.allowed(&p.writer, 3, &ask("posts")).await;
    }
    let rows = w.database.rows("select current_setting('row_security')").await;
    assert_eq!(rows[0].get::<String, _>(0), "on");
}
