//! What Supabase would have: the roles, and the functions that say who calls.
//!
//! Running it again, or twice at once, changes nothing. The client roles are
//! not granted to the owner, who would then be under their policies too.

/// Makes a role where it is missing. Roles belong to all databases of a
/// server, so another script may be making the same one right now.
macro_rules! role {
    ($name:literal, $attributes:literal) => {
        concat!(
            "do $$\nbegin\n    if not exists (select from pg_catalog.pg_roles where rolname = '",
            $name,
            "') then\n        create role ",
            $name,
            " ",
            $attributes,
            ";\n    end if;\nexception when duplicate_object or unique_violation then\n    null;\nend\n$$"
        )
    };
}

/// The statements, in order.
pub(crate) const PRELUDE: &[&str] = &[
    // `create or replace` of one function from two sessions at once fails.
    "do $$\nbegin\n    perform pg_catalog.pg_advisory_xact_lock(7885631412148597612);\nend\n$$",
    role!("anon", "nologin"),
    role!("authenticated", "nologin"),
    role!("service_role", "nologin bypassrls"),
    "create schema if not exists auth",
    "create table if not exists auth.users (
    id uuid not null,
    email text,
    created_at timestamptz not null default now(),
    constraint users_pkey primary key (id)
)",
    "create or replace function auth.jwt() returns jsonb
    language sql stable parallel safe
    set search_path = pg_catalog, pg_temp
    as $$
    select nullif(current_setting('request.jwt.claims', true), '')::jsonb
$$",
    "create or replace function auth.uid() returns uuid
    language sql stable parallel safe
    set search_path = pg_catalog, pg_temp
    as $$
    select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$",
    "create or replace function auth.role() returns text
    language sql stable parallel safe
    set search_path = pg_catalog, pg_temp
    as $$
    select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
$$",
    "create or replace function auth.email() returns text
    language sql stable parallel safe
    set search_path = pg_catalog, pg_temp
    as $$
    select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email'
$$",
    "revoke all on table auth.users from public, anon, authenticated, service_role",
    "grant select, insert, update, delete on table auth.users to service_role",
    "grant usage on schema auth to anon, authenticated, service_role",
];
