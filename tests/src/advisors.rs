//! What Supabase's advisors look for, as queries that name what they find.

use sqlx::Row;

use crate::database::Database;

/// An advisor.
#[derive(Clone, Copy, Debug)]
pub struct Advisor {
    /// Its number, or none for a rule of our own.
    pub code: &'static str,
    /// What it complains about.
    pub about: &'static str,
    /// A query for the names of what it finds.
    query: &'static str,
}

impl Advisor {
    /// What it finds in a database.
    pub async fn finds(self, database: &mut Database) -> Vec<String> {
        // So that expressions are printed with the schema of every name.
        let sql = format!("{} order by 1", self.query);
        database.run("set search_path = ''").await;
        let rows = database.rows(&sql).await;
        database.run("reset search_path").await;
        rows.iter().map(|row| row.get(0)).collect()
    }
}

/// Asserts that no advisor finds anything.
pub async fn assert_content(database: &mut Database) {
    for advisor in ADVISORS {
        let found = advisor.finds(database).await;
        assert!(found.is_empty(), "{} {}: {found:?}", advisor.code, advisor.about);
    }
}

const fn advisor(code: &'static str, about: &'static str, query: &'static str) -> Advisor {
    Advisor { code, about, query }
}

/// All of them.
pub const ADVISORS: &[Advisor] = &[
    advisor(
        "0001",
        "a foreign key that no whole index begins with",
        "select k.conrelid::regclass || '.' || k.conname from pg_constraint as k
         join pg_class as c on c.oid = k.conrelid
         where k.contype = 'f' and c.relnamespace::regnamespace::text <> 'auth' and not exists (
             select from pg_index as i
             where i.indrelid = k.conrelid and i.indisvalid and i.indpred is null
                 and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)",
    ),
    advisor(
        "0003",
        "a function of auth, or a setting, that is asked once per row",
        "select p.polrelid::regclass || '.' || p.polname from pg_policy as p
         cross join lateral (select coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' '
             || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')) as e (text)
         where regexp_count(e.text, '(auth\\.\\w+|current_setting)\\(')
             <> regexp_count(e.text, 'SELECT (auth\\.\\w+|current_setting)\\(')",
    ),
    advisor(
        "0004",
        "a table without a primary key",
        "select c.oid::regclass::text from pg_class as c
         where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'private')
             and not exists (select from pg_index where indrelid = c.oid and indisprimary)",
    ),
    advisor(
        "0006",
        "more than one policy that lets the same role do the same thing",
        "select format('%s %s %s', p.polrelid::regclass, a.command, r.rolname) from pg_policy as p
         join pg_roles as r on r.oid = any (p.polroles) or p.polroles = '{0}'
         cross join unnest(case p.polcmd when '*' then array['r', 'a', 'w', 'd']
             else array[p.polcmd::text] end) as a (command)
         where p.polpermissive and not r.rolbypassrls and r.rolname !~ '^pg_'
             and (p.polroles <> '{0}' or r.rolname in ('anon', 'authenticated'))
         group by p.polrelid, a.command, r.rolname having count(*) > 1",
    ),
    advisor(
        "0007",
        "policies on a table without row security",
        "select c.oid::regclass::text from pg_class as c
         where c.relkind = 'r' and not c.relrowsecurity
             and exists (select from pg_policy where polrelid = c.oid)",
    ),
    advisor(
        "0008",
        "row security without a policy",
        "select c.oid::regclass::text from pg_class as c
         where c.relkind = 'r' and c.relrowsecurity
             and not exists (select from pg_policy where polrelid = c.oid)",
    ),
    advisor(
        "0009",
        "an index that is there twice",
        "select a.indexrelid::regclass || ', ' || b.indexrelid::regclass
         from pg_index as a join pg_index as b
             on a.indrelid = b.indrelid and a.indexrelid < b.indexrelid
         where a.indkey = b.indkey and a.indclass = b.indclass and a.indoption = b.indoption
             and a.indcollation = b.indcollation and a.indnkeyatts = b.indnkeyatts
             and pg_get_expr(a.indexprs, a.indrelid) is not distinct from
                 pg_get_expr(b.indexprs, b.indrelid)
             and pg_get_expr(a.indpred, a.indrelid) is not distinct from
                 pg_get_expr(b.indpred, b.indrelid)",
    ),
    advisor(
        "0011",
        "a function whose names depend on its caller",
        "select f.oid::regprocedure::text from pg_proc as f
         where f.pronamespace::regnamespace::text in ('public', 'private', 'auth')
             and not exists (select from pg_depend where objid = f.oid and deptype = 'e')
             and not exists (
                 select from unnest(f.proconfig) as s (text) where s.text like 'search\\_path=%')",
    ),
    advisor(
        "0013",
        "a table that the API shows without row security",
        "select c.oid::regclass::text from pg_class as c
         where c.relkind = 'r' and not c.relrowsecurity
             and c.relnamespace::regnamespace::text = 'public'",
    ),
    advisor(
        "0014",
        "an extension where the API shows it",
        "select extname::text from pg_extension where extnamespace::regnamespace::text = 'public'",
    ),
    advisor(
        "0015",
        "claims that users write themselves",
        "select p.polrelid::regclass || '.' || p.polname from pg_policy as p
         where concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
             ~ 'user_meta_?data'",
    ),
    advisor(
        "0024",
        "a write that is always allowed",
        "select p.polrelid::regclass || '.' || p.polname from pg_policy as p
         cross join unnest(array[pg_get_expr(p.polqual, p.polrelid),
             pg_get_expr(p.polwithcheck, p.polrelid)]) as e (text)
         where p.polpermissive and p.polcmd <> 'r'
             and regexp_replace(e.text, '[\\s()]', '', 'g') in ('true', '1=1')",
    ),
    advisor(
        "0028",
        "a function with its owner's rights that anyone calls through the API",
        "select f.oid::regprocedure::text from pg_proc as f
         where f.prosecdef and f.pronamespace::regnamespace::text = 'public'
             and has_function_privilege('anon', f.oid, 'execute')",
    ),
    advisor(
        "0029",
        "a function with its owner's rights that any user calls through the API",
        "select f.oid::regprocedure::text from pg_proc as f
         where f.prosecdef and f.pronamespace::regnamespace::text = 'public'
             and has_function_privilege('authenticated', f.oid, 'execute')",
    ),
    advisor(
        "path",
        "a function whose types may be its caller's temporary ones",
        "select f.oid::regprocedure::text from pg_proc as f
         where f.pronamespace::regnamespace::text in ('private', 'auth')
             and not coalesce(f.proconfig @> array['search_path=pg_catalog, pg_temp'], false)",
    ),
    advisor(
        "execute",
        "a function of the schema private that everybody may call",
        "select f.oid::regprocedure::text from pg_proc as f
         where f.pronamespace::regnamespace::text = 'private'
             and (f.proacl is null or exists (select from aclexplode(f.proacl) where grantee = 0))",
    ),
    advisor(
        "usage",
        "a client who can name what is in the schema private",
        "select r.rolname::text from pg_roles as r join pg_namespace as n on n.nspname = 'private'
         where r.rolname in ('anon', 'authenticated', 'service_role')
             and has_schema_privilege(r.oid, n.oid, 'usage')",
    ),
    advisor(
        "rights",
        "a right on a table that no policy covers",
        "select c.oid::regclass || ' ' || a.privilege_type from pg_class as c
         cross join aclexplode(c.relacl) as a
         where c.relkind = 'r' and a.grantee <> c.relowner
             and a.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')",
    ),
    advisor(
        "force",
        "row security that does not hold for the owner",
        "select c.oid::regclass::text from pg_class as c
         where c.relkind = 'r' and c.relrowsecurity and not c.relforcerowsecurity",
    ),
];
