//! Rows that show without being read.

use crate::world::{People, World, on_every_footing};

#[test]
fn leaks() {
    on_every_footing(async |w| {
        functions_in_conditions(w).await;
        errors(w).await;
        catalogues(w).await;
    });
}

/// A cheap function of the client's that tells what it is called with: it is
/// called for rows that the policy lets through, and for no other.
async fn functions_in_conditions(w: &mut World<'_>) {
    let p = People::new();
    let tell = "create or replace function pg_temp.tell(seen text) returns boolean language plpgsql
            cost 0.0000001 as $$ begin
                if seen like 'secret%' then raise 'saw %', seen using errcode = 'P0099'; end if;
                return true;
            end $$";
    for sql in [
        "select id from notes where pg_temp.tell(text)",
        "select id from notes where pg_temp.tell(text) or true",
        "select id from notes n where exists (select where pg_temp.tell(n.text))",
        "select id from notes order by pg_temp.tell(text)",
        "select tags.id from tags join notes on pg_temp.tell(notes.text)",
        "update notes set text = 'x' where pg_temp.tell(text)",
        "delete from notes where pg_temp.tell(text)",
        "select id from notes where 1 / (length(text) - length(text)) = 1",
        "select id from notes where text::int = 1",
    ] {
        w.nothing(&p.stranger, &format!("{tell}; {sql}")).await;
    }
    let own = format!("{tell}; select id from notes where pg_temp.tell(text)");
    w.fails(&p.writer, "P0099", &own).await;
}

/// What an error says of a row that its reader may not see.
async fn errors(w: &mut World<'_>) {
    let p = People::new();
    let detail = |sql: &str| {
        format!(
            "do $$ declare said text; begin {sql};
            exception when others then
                get stacked diagnostics said = pg_exception_detail;
                if said like '%call%' or said like '%secret%' then raise 'said %', said; end if;
            end $$"
        )
    };
    for sql in [
        "update public.profiles set handle = null where id = @writer",
        "update public.profiles set handle = 'owner' where id = @writer",
        "insert into public.notes (id, team_id, author_id, text) values (@note, @team, @writer, '')",
        "update public.memberships set role = 'none'",
        "insert into public.profiles (id, handle, contact) values (@owner, 'owner', null)",
    ] {
        w.nothing(&p.writer, &detail(sql)).await;
        w.nothing(&p.stranger, &detail(sql)).await;
    }
}

/// Statistics, and what else is written down of the rows.
async fn catalogues(w: &mut World<'_>) {
    let p = People::new();
    w.database.run("analyze").await;
    for table in ["notes", "teams", "memberships"] {
        for (_, who) in p.all() {
            let statistics = format!("select from pg_stats where tablename = '{table}'");
            w.nothing(who, &statistics).await;
        }
    }
    for sql in [
        "select from pg_statistic",
        "select from pg_authid",
        "select pg_read_file('postgresql.conf')",
        "select pg_ls_dir('.')",
        "create publication mine for table notes",
        "create subscription mine connection '' publication supabase_realtime",
        "select pg_create_logical_replication_slot('mine', 'pgoutput')",
        "lock table notes in access share mode; lock table profiles in access exclusive mode;
            lock table tags in access exclusive mode",
        "comment on table notes is 'x'",
        "security label on table notes is 'x'",
        "analyze (skip_locked) tags; vacuum tags",
    ] {
        w.denied_or(&p.writer, &["42501", "22023", "25001", "55000"], sql).await;
    }
}
