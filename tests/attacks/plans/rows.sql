-- 1,000 users; 200,000 teams, notes and posts. The keys carry their number.
-- Foreign keys are not asked, which would take most of the time.
set session_replication_role = replica;

create function pg_temp.key(kind text, number int) returns uuid language sql immutable
    return (kind || lpad(number::text, 31, '0'))::uuid;

insert into auth.users (id) select pg_temp.key('a', n) from generate_series(0, 999) n;
insert into profiles (id, handle)
select pg_temp.key('a', n), 'user' || n from generate_series(0, 999) n;

insert into teams (id, name, owner_id)
select pg_temp.key('b', n), 'team', pg_temp.key('a', n % 1000) from generate_series(0, 199999) n;

-- Ten teams for each user.
insert into memberships (id, team_id, user_id, role)
select pg_temp.key('c', n), pg_temp.key('b', n * 17), pg_temp.key('a', n % 1000),
    case n % 2 when 0 then 'writer' else 'reader' end
from generate_series(0, 9999) n;

insert into notes (id, team_id, author_id, text)
select pg_temp.key('d', n), pg_temp.key('b', n), pg_temp.key('a', n % 1000), 'note'
from generate_series(0, 199999) n;

insert into posts (id, author_id, title, body, status, created_at)
select pg_temp.key('e', n), pg_temp.key('a', n % 1000), 'title', 'body',
    case n % 4 when 0 then 'draft' when 1 then 'archived' else 'published' end,
    timestamptz '2026-01-01' + n * interval '1 second'
from generate_series(0, 199999) n;

set session_replication_role = default;
analyze;
