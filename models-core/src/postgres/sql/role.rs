//! `create role`, `grant` and `revoke`.

use std::borrow::Cow;
use std::fmt::{self, Write};

use crate::postgres::catalogue::{
    CLIENT_ROLES, CURRENT_USER, FunctionDef, Grant, PUBLIC, Privilege, RoleDef, SchemaDef,
};
use crate::postgres::sql::quote::{Body, Ident, Idents, Quoted};
use crate::postgres::sql::table::TableRef;
use crate::postgres::sql::write::{Sql, list};

/// Names of roles, with commas between them.
pub(super) struct RoleList<'r>(pub(super) &'r [Cow<'r, str>]);

impl Sql for RoleList<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        list(w, self.0.iter().map(|name| RoleName(name)))
    }
}

struct RoleName<'r>(&'r str);

impl Sql for RoleName<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self.0 {
            // These are words of SQL, not names.
            PUBLIC | CURRENT_USER => w.write_str(self.0),
            name => Ident::new(name).sql(w),
        }
    }
}

/// `from public, anon, ..`: everyone that something may have been granted to
/// by default.
fn from_everyone<W: Write + ?Sized>(w: &mut W) -> fmt::Result {
    w.write_str(" from public")?;
    for role in CLIENT_ROLES {
        w.write_str(", ")?;
        w.write_str(role)?;
    }
    Ok(())
}

/// Creates a role where it is missing. Roles belong to all databases of a
/// server, so another script may be creating the same one right now.
pub(super) fn create<W: Write + ?Sized>(w: &mut W, role: &RoleDef<'_>) -> fmt::Result {
    let mut body = String::from(
        "\nbegin\n    if not exists (select from pg_catalog.pg_roles where rolname = ",
    );
    Quoted(&role.name).sql(&mut body)?;
    body.push_str(") then\n        create role ");
    Ident::new(&role.name).sql(&mut body)?;
    body.push_str(if role.bypasses_row_security { " nologin bypassrls" } else { " nologin" });
    body.push_str(
        ";\n    end if;\nexception when duplicate_object or unique_violation then\n    null;\nend\n",
    );
    w.write_str("do ")?;
    Body(&body).sql(w)
}

/// `grant usage on schema ..`
pub(super) fn grant_usage<W: Write + ?Sized>(w: &mut W, schema: &SchemaDef<'_>) -> fmt::Result {
    w.write_str("grant usage on schema ")?;
    Ident::new(&schema.name).sql(w)?;
    w.write_str(" to ")?;
    RoleList(&schema.usage).sql(w)
}

/// `revoke all on table ..`: also what no policy covers (`truncate`), and what
/// the database grants by default.
pub(super) fn revoke_table<W: Write + ?Sized>(w: &mut W, table: TableRef<'_>) -> fmt::Result {
    w.write_str("revoke all on table ")?;
    table.sql(w)?;
    from_everyone(w)
}

/// `grant .. on table ..`
pub(super) fn grant<W: Write + ?Sized>(
    w: &mut W,
    table: TableRef<'_>,
    grant: &Grant<'_>,
) -> fmt::Result {
    w.write_str("grant ")?;
    let columns = grant.columns.as_deref();
    list(w, grant.privileges.iter().map(|privilege| Granted { privilege: *privilege, columns }))?;
    w.write_str(" on table ")?;
    table.sql(w)?;
    w.write_str(" to ")?;
    RoleList(&grant.to).sql(w)?;
    if grant.with_grant_option { w.write_str(" with grant option") } else { Ok(()) }
}

struct Granted<'g> {
    privilege: Privilege,
    columns: Option<&'g [Cow<'g, str>]>,
}

impl Sql for Granted<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str(self.privilege.word())?;
        let Some(columns) = self.columns else { return Ok(()) };
        w.write_str(" (")?;
        Idents(columns).sql(w)?;
        w.write_char(')')
    }
}

/// `revoke all on function ..`
pub(super) fn revoke_function<W: Write + ?Sized>(
    w: &mut W,
    function: &FunctionDef<'_>,
) -> fmt::Result {
    w.write_str("revoke all on ")?;
    self::function(w, function)?;
    from_everyone(w)
}

/// `grant execute on function ..`
pub(super) fn grant_execute<W: Write + ?Sized>(
    w: &mut W,
    function: &FunctionDef<'_>,
) -> fmt::Result {
    w.write_str("grant execute on ")?;
    self::function(w, function)?;
    w.write_str(" to ")?;
    RoleList(&function.execute).sql(w)
}

/// A function by its name, which is enough where it has arguments: no other
/// function of a script has the name.
fn function<W: Write + ?Sized>(w: &mut W, function: &FunctionDef<'_>) -> fmt::Result {
    w.write_str("function ")?;
    function.name.sql(w)?;
    w.write_str(if function.arguments.is_empty() { "()" } else { "" })
}
