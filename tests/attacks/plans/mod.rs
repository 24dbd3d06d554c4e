//! Row security costs a lookup, and neither a scan of the table nor a call
//! for every row.

mod explained;
mod nearest;

use ::backend_models::access::Auth;
use ::backend_models::postgres::Target;
use ::backend_models::types::Id;
use models_tests::database::{Database, on_every_server};
use uuid::Uuid;

use explained::{Explained, explain};

/// The key of a kind (`a` for users) and a number, as `rows.sql` makes it.
fn key(kind: char, number: u32) -> Uuid {
    format!("{kind}{number:031}").parse().unwrap()
}

fn user(number: u32) -> Auth {
    Auth::user(Id::from_uuid(key('a', number)))
}

async fn ask(database: &mut Database, auth: &Auth, sql: &str) -> Explained {
    explain(database, auth, "", sql).await
}

#[test]
fn a_policy_is_a_lookup() {
    on_every_server(async |database| {
        database.apply(&crate::world::schema(false), Target::PLAIN).await;
        database.run(include_str!("rows.sql")).await;
        rows_of_an_owner(database).await;
        rows_of_a_team(database).await;
        either(database).await;
        changes(database).await;
    });
}

/// `author_id = (select auth.uid())`
async fn rows_of_an_owner(database: &mut Database) {
    let (me, own, other) = (user(8), key('e', 8), key('e', 12));
    let point = format!("select * from posts where id = '{own}'");
    let plan = ask(database, &me, &point).await;
    plan.uses(&["posts_pkey"]).asks_once().calls("auth.uid", 1).gives(1);
    let point = format!("select * from posts where id = '{other}'");
    ask(database, &me, &point).await.uses(&["posts_pkey"]).gives(0);
    let list = format!(
        "select * from posts where author_id = '{}' order by created_at desc limit 20",
        key('a', 8)
    );
    let plan = ask(database, &me, &list).await;
    plan.uses(&["posts_author_id_created_at_idx"]).asks_once().calls("auth.uid", 1).gives(20);
    let feed = "select * from posts where status = 'published' order by created_at desc limit 20";
    let plan = ask(database, &Auth::anonymous(), feed).await;
    plan.uses(&["posts_created_at_idx"]).asks_once().gives(20);
    let own = "select * from posts where author_id = auth.uid()";
    ask(database, &me, own).await.gives(200);
}

/// `team_id = any (array(select private.memberships_team_id()))`
async fn rows_of_a_team(database: &mut Database) {
    let me = user(3);
    let plan = ask(database, &me, "select * from notes").await;
    plan.uses(&["notes_team_id_idx"]).asks_once().gives(10);
    plan.calls("private.memberships_team_id", 1).calls("auth.uid", 1);
    let point = format!("select * from notes where id = '{}'", key('d', 17 * 1003));
    let plan = ask(database, &me, &point).await;
    plan.uses(&["notes_pkey"]).asks_once().gives(1).calls("private.memberships_team_id", 1);
    let point = format!("select * from notes where id = '{}'", key('d', 1));
    ask(database, &me, &point).await.uses(&["notes_pkey"]).gives(0);
}

/// With `or` between them.
async fn either(database: &mut Database) {
    let me = user(3);
    let plan = ask(database, &me, "select * from teams").await;
    plan.has("BitmapOr").uses(&["teams_owner_id_idx", "teams_pkey"]).asks_once().gives(210);
    plan.calls("private.memberships_team_id", 1).calls("auth.uid", 2);
    let plan = ask(database, &me, "select * from memberships").await;
    plan.has("BitmapOr").asks_once().gives(10).calls("private.memberships_team_id", 1);
}

async fn changes(database: &mut Database) {
    let me = user(2);
    let note = key('d', 17 * 1002);
    let update = format!("update notes set text = 'x' where id = '{note}'");
    ask(database, &me, &update).await.uses(&["notes_pkey"]).asks_once();
    let delete = format!("delete from posts where id = '{}'", key('e', 2));
    ask(database, &me, &delete).await.uses(&["posts_pkey"]).asks_once();
    let all = ask(database, &me, "delete from notes").await;
    all.asks_once().calls("private.memberships_team_id", 1);
}
