//! `create policy`.

use std::fmt::{self, Write};

use crate::postgres::catalogue::PolicyDef;
use crate::postgres::sql::quote::Ident;
use crate::postgres::sql::role::RoleList;
use crate::postgres::sql::table::TableRef;
use crate::postgres::sql::write::Sql;

/// `create policy ..`
pub(super) fn create<W: Write + ?Sized>(
    w: &mut W,
    table: TableRef<'_>,
    policy: &PolicyDef<'_>,
) -> fmt::Result {
    w.write_str("create policy ")?;
    Ident::new(&policy.name).sql(w)?;
    w.write_str(" on ")?;
    table.sql(w)?;
    w.write_str(if policy.permissive { "\n    for " } else { "\n    as restrictive for " })?;
    w.write_str(policy.command.map_or("all", |command| command.word()))?;
    w.write_str(" to ")?;
    RoleList(&policy.to).sql(w)?;
    if let Some(using) = &policy.using {
        w.write_str("\n    using (")?;
        w.write_str(using)?;
        w.write_char(')')?;
    }
    if let Some(check) = &policy.with_check {
        w.write_str("\n    with check (")?;
        w.write_str(check)?;
        w.write_char(')')?;
    }
    Ok(())
}
