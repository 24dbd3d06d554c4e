//! The long way round: commands that do the work of others.

use crate::world::{People, World, on_supabase};

#[test]
fn tricks() {
    on_supabase(async |w| {
        insert_on_conflict(w).await;
        returning(w).await;
        other_commands_inside(w).await;
        copy(w).await;
    });
}

async fn insert_on_conflict(w: &mut World<'_>) {
    let p = People::new();
    let post =
        "insert into posts (id, author_id, title, body) values (@published, @rival, 'x', '')";
    // The row that is in the way is someone else's: neither changed nor shown.
    w.denied(&p.rival, &format!("{post} on conflict (id) do update set title = 'x'")).await;
    w.nothing(&p.rival, &format!("{post} on conflict (id) do nothing")).await;
    w.nothing(&p.rival, &format!("{post} on conflict do nothing returning title")).await;
    w.fails(&p.rival, "23505", post).await;
    let draft = post.replace("@published", "@draft");
    w.denied(&p.rival, &format!("{draft} on conflict (id) do update set title = 'x'")).await;
    // One's own row, in columns that may not be changed.
    let own = post.replace("@rival", "@writer");
    for set in ["author_id = @rival", "created_at = now()", "reads = 1000", "id = @new"] {
        w.denied(&p.writer, &format!("{own} on conflict (id) do update set {set}")).await;
    }
    let handle = "insert into profiles (id, handle) values (@newcomer, 'owner')";
    let take = format!("{handle} on conflict (handle) do update set handle = 'mine'");
    w.denied(&p.newcomer, &take).await;
    let title = format!("{own} on conflict (id) do update set title = excluded.title");
    w.allowed(&p.writer, 1, &title).await;
}

async fn returning(w: &mut World<'_>) {
    let p = People::new();
    // Who may not read a row does not get it back.
    let note = "insert into notes (team_id, author_id, text) values (@team, @writer, 'x')";
    w.allowed(&p.writer, 1, &format!("{note} returning *")).await;
    w.nothing(&p.stranger, "delete from notes returning text").await;
    w.nothing(&p.stranger, "update notes set text = 'x' returning text").await;
    w.nothing(&p.rival, "update posts set title = 'x' where author_id <> @rival returning *").await;
    w.allowed(&p.moderator, 2, "delete from posts returning title").await;
    w.denied(&p.anon, "delete from posts returning title").await;
    w.denied(&p.writer, "update profiles set handle = 'x' returning contact").await;
    w.denied(&p.writer, "update profiles set handle = 'x' returning *").await;
}

async fn other_commands_inside(w: &mut World<'_>) {
    let p = People::new();
    for sql in [
        "update posts set title = n.text from notes n",
        "update posts p set title = 'x' from posts o where o.id <> p.id and p.author_id <> @stranger",
        "delete from posts using comments c where c.author_id = @writer",
        "with gone as (delete from notes returning text) select * from gone",
        "with new as (update posts set title = 'x' where true returning title) select * from new",
        "select * from (select text from notes) n, lateral (select n.text) as t",
        "select text from notes for update",
        "select * from notes tablesample system (100)",
        "table notes",
    ] {
        w.nothing(&p.stranger, sql).await;
        w.denied(&p.anon, sql).await;
    }
    for sql in [
        "merge into posts p using tags t on true when matched then update set title = t.label",
        "merge into posts p using tags t on true when matched then delete",
        "merge into posts p using tags t on p.title = t.label when not matched then
                insert (author_id, title, body) values (@writer, t.label, '')",
    ] {
        w.denied(&p.stranger, sql).await;
        w.denied(&p.anon, sql).await;
    }
    let cursor = "declare c cursor for select * from posts where id = @published for update;
            fetch c; update posts set title = 'x' where current of c";
    w.fails(&p.rival, "24000", cursor).await;
}

async fn copy(w: &mut World<'_>) {
    let p = People::new();
    w.fails(&p.writer, "0A000", "copy posts (author_id, title, body) from stdin").await;
    w.denied(&p.anon, "copy posts (author_id, title, body) from stdin").await;
    w.denied(&p.writer, "copy posts (author_id, title, body) from program 'true'").await;
    w.denied(&p.writer, "copy posts to program 'cat > stolen'").await;
    w.denied(&p.writer, "copy posts to 'stolen'").await;
    assert_eq!(w.copied(&p.stranger, "notes").await, "");
    assert_eq!(w.copied(&p.rival, "notes").await.lines().count(), 1);
    w.denied(&p.anon, "copy notes to stdout").await;
    w.denied(&p.writer, "copy profiles to stdout").await;
    w.denied(&p.writer, "copy profiles (contact) to stdout").await;
}
