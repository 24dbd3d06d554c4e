//! The search path of a database with extensions.

/// Puts the schema `extensions` at the end of the database's search path, as it
/// is on Supabase, so that operators such as `<=>` are found.
///
/// The path of a database is its owner's to set. Anyone else who makes the
/// tables is warned, and goes on: a client can set its own. Of the sessions
/// that are open, only this one has the new path.
pub(crate) const SEARCH_PATH: &str = r#"do $$
declare
    ends constant text := '(^|,) *"?extensions"? *(,|$)';
    here constant text := pg_catalog.current_setting('search_path');
    found constant text := (
        select pg_catalog.substr(setting, 13)
        from pg_catalog.pg_db_role_setting as said
            join pg_catalog.pg_database as of on of.oid = said.setdatabase
            cross join pg_catalog.unnest(said.setconfig) as setting
        where of.datname = pg_catalog.current_database()
            and said.setrole = 0
            and setting like 'search\_path=%'
    );
    change constant text := pg_catalog.format(
        'alter database %I set search_path = %s',
        pg_catalog.current_database(),
        pg_catalog.concat_ws(', ', nullif(coalesce(found, '"$user", public'), '""'), 'extensions')
    );
begin
    if found is null or found !~ ends then
        begin
            execute change;
        exception when insufficient_privilege then
            raise warning 'only the owner of the database can put extensions on its search path'
                using hint = change;
        end;
    end if;
    if here !~ ends then
        perform pg_catalog.set_config(
            'search_path',
            pg_catalog.concat_ws(', ', nullif(nullif(here, ''), '""'), 'extensions'),
            false
        );
    end if;
end
$$"#;
