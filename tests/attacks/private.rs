//! Reading columns that clients never read.

use crate::world::{People, World, on_supabase};

#[test]
fn private_columns() {
    on_supabase(async |w| {
        reading(w).await;
        by_consequences(w).await;
        what_is_theirs_to_do(w).await;
    });
}

/// Whoever's row it is.
async fn reading(w: &mut World<'_>) {
    let p = People::new();
    for sql in [
        "select contact from profiles",
        "select * from profiles",
        "select profiles from profiles",
        "select profiles.* from profiles",
        "select (profiles).contact from profiles",
        "select to_jsonb(p) from profiles p",
        "select row_to_json(p) from profiles p",
        "select p::text from profiles p",
        "select count(contact) from profiles",
        "select max(p.contact) over () from profiles p",
        "table profiles",
        "select x.contact from profiles join lateral (select profiles.*) x on true",
        "select a.contact from profiles a natural join profiles b",
        "select id from profiles natural join (select contact from profiles) x",
        "select ctid from profiles",
        "select xmin from profiles",
        "insert into profiles (id, handle, contact) values (@new, 'x', 'y') returning contact",
        "delete from profiles returning contact",
    ] {
        for (_, who) in p.all() {
            w.denied(who, sql).await;
        }
    }
}

/// Without the value in the answer: who may not read it may not ask about it.
async fn by_consequences(w: &mut World<'_>) {
    let p = People::new();
    for sql in [
        "select id from profiles where contact like 'call%'",
        "select id from profiles where contact is null",
        "select id from profiles order by contact",
        "select id from profiles group by id, contact",
        "select id from profiles a join (values ('call the owner')) v (contact) using (contact)",
        "select 1 / length(contact) from profiles",
        "update profiles set handle = contact",
        "update profiles set contact = contact || '!'",
        "update profiles set contact = 'x' where contact is null",
        "update profiles set (handle, contact) = (contact, handle)",
        "insert into profiles (id, handle) values (@writer, 'x')
            on conflict (id) do update set handle = profiles.contact",
        "insert into posts (author_id, title, body) select id, contact, '' from profiles",
    ] {
        for who in [&p.anon, &p.writer] {
            w.denied(who, sql).await;
        }
    }
}

async fn what_is_theirs_to_do(w: &mut World<'_>) {
    let p = People::new();
    w.allowed(&p.writer, 1, "update profiles set contact = 'new'").await;
    w.allowed(&p.writer, 1, "update profiles set contact = 'new' where id = @writer").await;
    w.nothing(&p.writer, "update profiles set contact = 'new' where id = @owner").await;
    let insert = "insert into profiles (id, handle, contact) values (@newcomer, 'x', 'y')";
    w.allowed(&p.newcomer, 1, insert).await;
    w.allowed(&p.newcomer, 1, &format!("{insert} returning id, handle")).await;
    w.allowed(&p.anon, 6, "select id, handle, created_at, updated_at from profiles").await;
    w.allowed(&p.anon, 1, "select count(*) from profiles").await;
}
