//! Every command on every table, by everyone: how many rows it works on, with
//! no condition of the client's own, or that it is refused.

use ::backend_models::access::Auth;

use crate::world::{People, World, on_every_footing};

/// What comes of a command for each of `People::all`, by position: a number
/// of rows, or that the server refuses.
type Expected = [Option<u64>; 8];

/// No grant for anyone.
const REFUSED: Expected = [None; 8];

/// For everyone who is signed in, so many rows.
const fn signed_in(rows: u64) -> Expected {
    [None, Some(rows), Some(rows), Some(rows), Some(rows), Some(rows), Some(rows), Some(rows)]
}

/// For everyone.
const fn everyone(rows: u64) -> Expected {
    [Some(rows); 8]
}

/// For everyone who is signed in, in the order of `People::all`.
const fn each(rows: [u64; 7]) -> Expected {
    let [newcomer, stranger, rival, reader, writer, owner, moderator] = rows;
    [
        None,
        Some(newcomer),
        Some(stranger),
        Some(rival),
        Some(reader),
        Some(writer),
        Some(owner),
        Some(moderator),
    ]
}

async fn check(world: &mut World<'_>, sql: &str, expected: Expected) {
    let people = People::new();
    for ((name, who), expected) in people.all().into_iter().zip(expected) {
        eprintln!("{name}: {sql}");
        one(world, who, sql, expected).await;
    }
}

async fn one(world: &mut World<'_>, who: &Auth, sql: &str, expected: Option<u64>) {
    match expected {
        None => world.denied(who, sql).await,
        Some(0) => world.nothing(who, sql).await,
        Some(rows) => world.allowed(who, rows, sql).await,
    }
}

#[test]
fn commands() {
    on_every_footing(async |w| {
        select(w).await;
        update(w).await;
        delete(w).await;
        truncate_and_the_rest(w).await;
    });
}

async fn select(w: &mut World<'_>) {
    check(w, "select id from profiles", everyone(6)).await;
    check(w, "select * from teams", each([0, 0, 1, 1, 1, 1, 0])).await;
    check(w, "select * from memberships", each([0, 0, 1, 2, 2, 0, 0])).await;
    check(w, "select * from notes", each([0, 0, 1, 3, 3, 0, 0])).await;
    let mut posts = each([2, 2, 3, 3, 3, 2, 2]);
    posts[0] = Some(2);
    check(w, "select * from posts", posts).await;
    check(w, "select * from comments", signed_in(3)).await;
    check(w, "select * from tags", everyone(2)).await;
    check(w, "select * from post_tags", everyone(1)).await;
    if w.database.has_vectors {
        check(w, "select * from passages", everyone(1)).await;
    }
    check(w, "select * from auth.users", REFUSED).await;
}

/// A condition would read a column, and the server would ask the policy for
/// `select` too. Without one it is the same rows: whoever cannot read a row
/// cannot change it.
async fn update(w: &mut World<'_>) {
    check(w, "update profiles set contact = 'x'", each([0, 1, 1, 1, 1, 1, 1])).await;
    check(w, "update teams set name = 'x'", each([0, 0, 1, 0, 0, 1, 0])).await;
    check(w, "update memberships set role = 'writer'", each([0, 0, 1, 0, 0, 0, 0])).await;
    check(w, "update notes set text = 'x'", each([0, 0, 1, 0, 1, 0, 0])).await;
    check(w, "update posts set title = 'x'", each([0, 0, 1, 1, 2, 0, 1])).await;
    check(w, "update comments set text = 'x'", each([0, 0, 1, 1, 1, 0, 0])).await;
    check(w, "update tags set label = 'x'", REFUSED).await;
    check(w, "update post_tags set tag_id = @sql", REFUSED).await;
    check(w, "update auth.users set id = @new", REFUSED).await;
    if w.database.has_vectors {
        check(w, "update passages set text = 'x'", REFUSED).await;
    }
}

async fn delete(w: &mut World<'_>) {
    check(w, "delete from profiles", REFUSED).await;
    check(w, "delete from teams", each([0, 0, 1, 0, 0, 1, 0])).await;
    check(w, "delete from memberships", each([0, 0, 1, 1, 1, 0, 0])).await;
    check(w, "delete from notes", each([0, 0, 1, 1, 1, 0, 0])).await;
    check(w, "delete from posts", each([0, 0, 1, 1, 2, 0, 2])).await;
    check(w, "delete from comments", each([0, 0, 1, 1, 1, 0, 3])).await;
    check(w, "delete from tags", REFUSED).await;
    check(w, "delete from post_tags", each([0, 0, 0, 0, 1, 0, 0])).await;
    check(w, "delete from auth.users", REFUSED).await;
    if w.database.has_vectors {
        check(w, "delete from passages", REFUSED).await;
    }
}

/// What no policy covers.
async fn truncate_and_the_rest(w: &mut World<'_>) {
    for table in crate::world::tables(w.database.has_vectors) {
        for sql in [
            format!("truncate {table} cascade"),
            format!(
                "create trigger t before insert on {table} for each row execute function suppress_redundant_updates_trigger()"
            ),
            format!("alter table {table} disable row level security"),
            format!("alter table {table} no force row level security"),
            format!("create policy open on {table} using (true)"),
            format!("drop policy {table}_select on {table}"),
            format!("alter policy {table}_select on {table} using (true)"),
            format!("create index on {table} (id)"),
            format!("create rule r as on insert to {table} do instead nothing"),
            format!("drop table {table}"),
            format!("create table public.mine (id uuid references {table})"),
            format!("create view public.mine as select * from {table}"),
        ] {
            let people = People::new();
            one(w, &people.anon, &sql, None).await;
            one(w, &people.owner, &sql, None).await;
        }
    }
}
