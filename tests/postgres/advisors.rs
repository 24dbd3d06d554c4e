//! What Supabase's advisors look for, and would complain about.

use models_core::postgres::Target;
use models_tests::database::{Database, on_every_server, with_vectors};
use models_tests::forum::forum;
use sqlx::Row;

/// Each complaint, and a query for those it is about.
const COMPLAINTS: &[(&str, &str)] = &[
    (
        "0001: a foreign key without an index that begins with it",
        "select conrelid::regclass || '.' || conname from pg_constraint as k
         join pg_class as c on c.oid = k.conrelid
         where contype = 'f' and c.relnamespace::regnamespace::text <> 'auth' and not exists (
             select from pg_index as i
             where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1] and i.indpred is null)",
    ),
    (
        "0003: a function of auth that runs once per row",
        "select polrelid::regclass || '.' || polname from (
             select *, coalesce(pg_get_expr(polqual, polrelid), '')
                 || coalesce(pg_get_expr(polwithcheck, polrelid), '') as text from pg_policy
         ) as p
         where regexp_count(text, 'auth\\.\\w+\\(\\)')
             <> regexp_count(text, 'SELECT auth\\.\\w+\\(\\)')",
    ),
    (
        "0004: no primary key",
        "select oid::regclass::text from pg_class as c
         where relkind = 'r' and relnamespace::regnamespace::text = 'public'
             and not exists (select from pg_index where indrelid = c.oid and indisprimary)",
    ),
    (
        "0006: more than one policy for a role and a command",
        "select format('%s %s %s', polrelid::regclass, polcmd, role::regrole) from pg_policy
         cross join unnest(polroles) as role
         group by polrelid, polcmd, role having count(*) > 1",
    ),
    (
        "0007, 0008, 0013: policies without row security, or the other way round",
        "select oid::regclass::text from pg_class as c
         where relkind = 'r' and relnamespace::regnamespace::text = 'public' and not (
             relrowsecurity and relforcerowsecurity
             and exists (select from pg_policy where polrelid = c.oid))",
    ),
    (
        "0009: two indexes that are the same",
        "select a.indexrelid::regclass::text from pg_index as a, pg_index as b
         where a.indrelid = b.indrelid and a.indexrelid < b.indexrelid and a.indkey = b.indkey
             and a.indclass = b.indclass and a.indoption = b.indoption
             and a.indpred is not distinct from b.indpred",
    ),
    (
        "0011: a function whose names depend on the caller's search path",
        "select oid::regprocedure::text from pg_proc
         where pronamespace::regnamespace::text in ('public', 'private', 'auth')
             and not coalesce(proconfig @> array['search_path=pg_catalog, pg_temp'], false)",
    ),
    (
        "0014: an extension in public",
        "select extname::text from pg_extension where extnamespace::regnamespace::text = 'public'",
    ),
    (
        "0015: claims that users write themselves",
        "select policyname::text from pg_policies
         where qual like '%user_metadata%' or with_check like '%user_metadata%'",
    ),
    (
        "0024: a write that is always allowed",
        "select policyname::text from pg_policies
         where cmd <> 'SELECT' and (qual in ('true', '(true)') or with_check in ('true', '(true)'))",
    ),
    (
        "0028, 0029: a function with its owner's rights where the API shows it",
        "select oid::regprocedure::text from pg_proc
         where prosecdef and pronamespace::regnamespace::text <> 'private'",
    ),
    (
        "a function that everybody may call",
        "select oid::regprocedure::text from pg_proc
         where pronamespace::regnamespace::text = 'private'
             and (proacl is null or exists (select from aclexplode(proacl) where grantee = 0))",
    ),
    (
        "a right that no policy covers",
        "select c.oid::regclass || ' ' || privilege_type from pg_class as c
         cross join aclexplode(relacl) as acl
         where relkind = 'r' and grantee <> relowner
             and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')",
    ),
];

async fn no_complaints(database: &mut Database) {
    for (complaint, query) in COMPLAINTS {
        let rows = database.rows(query).await;
        let about: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
        assert!(about.is_empty(), "{complaint}: {about:?}");
    }
}

#[test]
fn advisors_are_content() {
    on_every_server(async |database| {
        database.apply(&forum(false), Target::PLAIN).await;
        no_complaints(database).await;
    });
}

#[test]
fn advisors_are_content_on_supabase() {
    with_vectors(async |database| {
        database.like_supabase().await;
        database.apply(&forum(true), Target::SUPABASE.since(database.version)).await;
        no_complaints(database).await;
    });
}
