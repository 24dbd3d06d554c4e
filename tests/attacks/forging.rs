//! Rows that say what their writer must not: someone else's name, another
//! time, what only the server counts.

use crate::world::{People, World, on_every_footing};

#[test]
fn forging() {
    on_every_footing(async |w| {
        in_the_name_of_someone_else(w).await;
        where_they_do_not_belong(w).await;
        what_never_changes(w).await;
        times_and_counts(w).await;
    });
}

async fn in_the_name_of_someone_else(w: &mut World<'_>) {
    let p = People::new();
    for sql in [
        "insert into profiles (id, handle) values (@newcomer, 'x')",
        "insert into profiles (id, handle) values (@new, 'x')",
        "insert into teams (name, owner_id) values ('x', @owner)",
        "insert into posts (author_id, title, body) values (@writer, 'x', '')",
        "insert into comments (post_id, author_id, text) values (@published, @writer, 'x')",
        "insert into notes (team_id, author_id, text) values (@team, @writer, 'x')",
        "insert into post_tags (post_id, tag_id, author_id) values (@published, @sql, @writer)",
        // One right row does not carry a wrong one.
        "insert into posts (author_id, title, body) values (@rival, 'x', ''), (@writer, 'x', '')",
    ] {
        w.denied(&p.anon, sql).await;
        w.denied(&p.rival, sql).await;
    }
    let own = "insert into posts (author_id, title, body) values (@rival, 'x', '')";
    w.allowed(&p.rival, 1, own).await;
}

async fn where_they_do_not_belong(w: &mut World<'_>) {
    let p = People::new();
    let join = "insert into memberships (team_id, user_id, role) values (@team, @rival, 'writer')";
    for who in [&p.anon, &p.stranger, &p.rival, &p.reader, &p.writer, &p.moderator] {
        w.denied(who, join).await;
    }
    w.allowed(&p.owner, 1, join).await;
    let note =
        |who| format!("insert into notes (team_id, author_id, text) values (@team, @{who}, '')");
    // In another team; in none; no longer a writer; owner, and no member.
    for (name, who) in
        [("rival", &p.rival), ("stranger", &p.stranger), ("reader", &p.reader), ("owner", &p.owner)]
    {
        w.denied(who, &note(name)).await;
    }
    w.allowed(&p.writer, 1, &note("writer")).await;
    // A tag on someone else's post, in one's own name.
    let tag =
        "insert into post_tags (post_id, tag_id, author_id) values (@published, @sql, @rival)";
    w.denied(&p.rival, tag).await;
}

async fn what_never_changes(w: &mut World<'_>) {
    let p = People::new();
    for sql in [
        "update profiles set id = @new",
        "update teams set owner_id = @writer",
        "update teams set id = @new where name = 'nothing'",
        "update memberships set team_id = @rivals",
        "update memberships set user_id = @rival",
        "update notes set author_id = @rival",
        "update notes set team_id = @rivals",
        "update posts set author_id = @rival",
        "update comments set post_id = @news",
        "update comments set parent_id = @hidden",
        "update post_tags set author_id = @rival",
        // To the value that is already there: the column may not be named at all.
        "update posts set author_id = author_id",
        "update posts set title = 'x', author_id = @writer",
        "update posts set (title, author_id) = (select 'x', @rival::uuid)",
    ] {
        for (_, who) in p.all() {
            w.denied(who, sql).await;
        }
    }
}

async fn times_and_counts(w: &mut World<'_>) {
    let p = People::new();
    for sql in [
        "insert into posts (author_id, title, body, created_at) values (@writer, 'x', '', now())",
        "insert into posts (author_id, title, body, updated_at) values (@writer, 'x', '', now())",
        "insert into posts (author_id, title, body, reads) values (@writer, 'x', '', 1000)",
        // A default is a value too.
        "insert into posts (author_id, title, body, reads) values (@writer, 'x', '', default)",
        "insert into posts select * from posts",
        "update posts set created_at = '2000-01-01'",
        "update posts set updated_at = '2000-01-01'",
        "update posts set reads = reads + 1",
        "update profiles set created_at = default",
        "update teams set updated_at = created_at",
    ] {
        w.denied(&p.writer, sql).await;
    }
    // The trigger has the last word, whoever writes.
    w.allowed(&p.writer, 2, "update posts set title = 'later'").await;
    let forged = "update posts set updated_at = '2000-01-01' where id = @draft";
    let service = ::backend_models::access::Auth::service();
    w.database.count_as(&service, &crate::world::filled(forged)).await;
    let kept = "select from posts where updated_at < now() - interval '1 day'";
    assert_eq!(w.database.rows(kept).await.len(), 0);
}
