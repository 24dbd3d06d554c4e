//! The functions that policies call: called by hand, and led astray.

use sqlx::Row as _;

use crate::world::{People, World, on_every_footing};

#[test]
fn functions() {
    on_every_footing(async |w| {
        by_hand(w).await;
        nobody_makes_any(w).await;
        led_astray(w).await;
    });
}

/// Every function of the schema `private`.
async fn names(w: &mut World<'_>) -> Vec<String> {
    let sql = "select oid::regprocedure::text from pg_proc
        where pronamespace = 'private'::regnamespace";
    w.database.rows(sql).await.iter().map(|row| row.get(0)).collect()
}

async fn by_hand(w: &mut World<'_>) {
    let p = People::new();
    let names = names(w).await;
    assert!(names.len() >= 6, "{names:?}");
    for name in names {
        for (_, who) in p.all() {
            w.denied(who, &format!("select {name}")).await;
            w.denied(who, &format!("select * from {name}")).await;
        }
    }
    for sql in [
        "create table private.mine (id int)",
        "create function private.memberships_team_id() returns setof uuid language sql
            as 'select id from public.teams'",
        "create or replace function auth.uid() returns uuid language sql as 'select null::uuid'",
        "alter function auth.uid() set search_path = public",
        "drop function auth.jwt()",
        "create schema mine",
    ] {
        w.denied(&p.owner, sql).await;
        w.denied(&p.anon, sql).await;
    }
}

async fn nobody_makes_any(w: &mut World<'_>) {
    let p = People::new();
    let steal = "create function public.steal() returns text language sql security definer
        as 'select string_agg(text, '';'') from public.notes'";
    for (_, who) in p.all() {
        w.denied(who, steal).await;
        w.denied(who, "create table public.notes2 as table notes").await;
    }
}

/// Even where clients may make things of their own, as in a database that
/// was made before version 15, a helper means what it meant.
async fn led_astray(w: &mut World<'_>) {
    w.database.run("grant create on schema public to authenticated").await;
    w.database.run(SPY).await;
    for shadow in SHADOWS {
        for path in ["public, extensions", "public, pg_catalog, pg_temp", "pg_temp, public", ""] {
            assert_eq!(shadowed(w, shadow, path).await.err(), None, "{shadow}\n{path}");
        }
    }
    // An empty path is the one that looks safe.
    for function in ["private.memberships_team_id()", "auth.uid()"] {
        w.database.run(&format!("alter function {function} set search_path = ''")).await;
    }
    assert_eq!(shadowed(w, SHADOWS[3], "public").await, Err("P0001".to_owned()));
}

/// What a stranger gets, who has made this.
async fn shadowed(w: &mut World<'_>, shadow: &str, path: &str) -> Result<u64, String> {
    let p = People::new();
    let attack = format!(
        "{shadow}; select set_config('search_path', '{path}', true);
        do $$ declare seen int; begin
            select count(*) into seen from public.notes;
            if seen <> 0 then raise 'notes'; end if;
            select count(*) into seen from public.teams;
            if seen <> 0 then raise 'teams'; end if;
            select count(*) into seen from public.memberships;
            if seen <> 0 then raise 'memberships'; end if;
        end $$"
    );
    w.ask("authenticated", &p.stranger.jwt_claims(), &attack, false).await
}

/// Fails when whoever it runs as is not the client.
const SPY: &str =
    "create function public.spy(value anyelement) returns boolean language plpgsql as $$
    begin
        if current_user <> 'authenticated' then
            raise 'called as %', current_user;
        end if;
        return true;
    end $$";

/// Things of the client's that carry the name of what a helper uses.
const SHADOWS: &[&str] = &[
    "create temp table memberships as select @team::uuid as team_id, @stranger::uuid as user_id,
        'writer' as role",
    "create temp table teams as select @team::uuid as id, @stranger::uuid as owner_id",
    "create temp view posts as select @published::uuid as id, @stranger::uuid as author_id",
    "create domain pg_temp.uuid as pg_catalog.uuid check (public.spy(value))",
    "create domain public.uuid as pg_catalog.uuid check (public.spy(value))",
    "create domain pg_temp.jsonb as pg_catalog.jsonb check (public.spy(value))",
    "create domain pg_temp.text as pg_catalog.text check (public.spy(value))",
    "create domain pg_temp.numeric as pg_catalog.numeric check (public.spy(value))",
    "create domain pg_temp.bool as pg_catalog.bool check (public.spy(value))",
    "create function public.current_setting(text, boolean) returns text language sql
        as $$ select format('{\"sub\": \"%s\"}', @owner) $$",
    "create function pg_temp.current_setting(text, boolean) returns text language sql
        as $$ select format('{\"sub\": \"%s\"}', @owner) $$",
    "create function public.same(uuid, uuid) returns boolean language sql as 'select true';
        create operator public.= (leftarg = uuid, rightarg = uuid, function = public.same)",
    "create function pg_temp.same(uuid, uuid) returns boolean language sql as 'select true';
        create operator pg_temp.= (leftarg = uuid, rightarg = uuid, function = pg_temp.same)",
    "create function public.same(text, text) returns boolean language sql as 'select true';
        create operator public.= (leftarg = text, rightarg = text, function = public.same)",
    "create function public.arrow(jsonb, text) returns text language sql as $$ select @owner::text $$;
        create operator public.->> (leftarg = jsonb, rightarg = text, function = public.arrow)",
    "create function public.uid() returns uuid language sql as $$ select @owner::uuid $$",
    "create function public.memberships_team_id() returns setof uuid language sql
        as $$ select @team::uuid $$",
];
