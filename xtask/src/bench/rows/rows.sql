-- 1,000,000 posts and as many notes: of 10,000 users, each with 100 posts and,
-- in ten teams, with 100 notes. The keys carry their number.
-- Foreign keys are not asked, which would take most of the time.
set session_replication_role = replica;

create function pg_temp.key(kind text, number int) returns uuid language sql immutable
    return (kind || lpad(number::text, 31, '0'))::uuid;

insert into auth.users (id) select pg_temp.key('a', n) from generate_series(0, 9999) n;
insert into profiles (id, handle)
select pg_temp.key('a', n), 'user' || n from generate_series(0, 9999) n;

insert into teams (id, name, owner_id)
select pg_temp.key('b', n), 'team', pg_temp.key('a', n % 10000) from generate_series(0, 99999) n;

insert into memberships (id, team_id, user_id)
select pg_temp.key('c', n), pg_temp.key('b', n), pg_temp.key('a', n % 10000)
from generate_series(0, 99999) n;

insert into notes (id, team_id, author_id, text)
select pg_temp.key('d', n), pg_temp.key('b', n % 100000), pg_temp.key('a', n % 10000), 'note'
from generate_series(0, 999999) n;

-- A quarter drafts, a quarter archived, half of them published.
insert into posts (id, author_id, title, body, status, created_at)
select pg_temp.key('e', n), pg_temp.key('a', n % 10000), 'title', 'body',
    case n / 10000 % 4 when 0 then 'draft' when 1 then 'archived' else 'published' end,
    timestamptz '2026-01-01' + n * interval '1 second'
from generate_series(0, 999999) n;

set session_replication_role = default;

-- What is often written instead of a helper that gives a set.
create function private.is_member(team uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as 'select exists (select from public.memberships
        where team_id = team and user_id = (select auth.uid()))';

vacuum analyze;
