-- Everything that an advisor complains about, most of it once.

create table areas (id uuid, shop_id uuid, primary key (shop_id, id));

create table orders (
    id uuid primary key,
    owner_id uuid references auth.users (id),
    other_id uuid references auth.users (id),
    shop_id uuid,
    area_id uuid,
    foreign key (shop_id, area_id) references areas (shop_id, id)
);
create index on orders (owner_id);
create index on orders (area_id);
create index on orders (area_id);
-- Of no use to a foreign key: not all rows, and not both columns.
create index on orders (other_id) where area_id is null;

create table keyless (name text);
create table locked (id uuid primary key);
alter table locked enable row level security;
create table forgotten (id uuid primary key);
alter table forgotten force row level security;
create policy there on forgotten for delete using (false);

alter table orders enable row level security;
grant truncate, trigger on orders to anon;
create policy per_row on orders for update to anon using (owner_id = auth.uid());
create policy per_row_half on orders for insert to anon
    with check (owner_id = (select auth.uid()) or other_id = auth.uid());
create policy setting on orders for delete to anon
    using (owner_id::text = current_setting('request.jwt.claim.sub', true));
create policy metadata on orders for select to authenticated
    using ((select auth.jwt()) -> 'user_metadata' ->> 'role' = 'admin');
create policy open on orders for select using (true);
create policy more on orders for select to anon using (id is null);
create policy open_update on orders for update to authenticated using (true);
create policy open_insert on orders for insert to authenticated with check (((true)));
create policy open_delete on orders for delete to authenticated using (1 = 1);

create schema private;
grant usage on schema private to authenticated;
create function private.mutable() returns int language sql as 'select 1';
create function private.empty() returns int language sql set search_path = '' as 'select 1';
create function public.for_anyone() returns int language sql security definer
    set search_path = pg_catalog, pg_temp as 'select 1';
create function public.for_users() returns int language sql security definer
    set search_path = pg_catalog, pg_temp as 'select 1';
revoke all on function public.for_users() from public;
grant execute on function public.for_users() to authenticated;
