//! `create function` and `create trigger`.

use std::fmt::{self, Write};

use crate::postgres::catalogue::{
    ArgumentDef, Command, FunctionDef, SettingDef, TriggerDef, TriggerTiming, Volatility,
};
use crate::postgres::sql::quote::{Body, Ident};
use crate::postgres::sql::table::TableRef;
use crate::postgres::sql::write::{Sql, list};

/// `create or replace function ..`
pub(super) fn create<W: Write + ?Sized>(w: &mut W, function: &FunctionDef<'_>) -> fmt::Result {
    w.write_str("create or replace function ")?;
    function.name.sql(w)?;
    w.write_char('(')?;
    list(w, &function.arguments)?;
    w.write_str(") returns ")?;
    w.write_str(&function.returns)?;
    w.write_str("\n    language ")?;
    w.write_str(&function.language)?;
    w.write_str(match function.volatility {
        Volatility::Immutable => " immutable",
        Volatility::Stable => " stable",
        // A trigger is called once for each row, whatever is said here.
        Volatility::Volatile if function.returns == "trigger" => "",
        Volatility::Volatile => " volatile",
    })?;
    if function.security_definer {
        w.write_str(" security definer")?;
    }
    if function.parallel_safe {
        w.write_str(" parallel safe")?;
    }
    for SettingDef { name, value } in &function.settings {
        w.write_str("\n    set ")?;
        w.write_str(name)?;
        w.write_str(" = ")?;
        w.write_str(value)?;
    }
    w.write_str("\n    as ")?;
    Body(&function.body).sql(w)
}

impl Sql for &ArgumentDef<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        Ident::new(&self.name).sql(w)?;
        w.write_char(' ')?;
        w.write_str(&self.data_type)
    }
}

/// `create trigger ..`
pub(super) fn create_trigger<W: Write + ?Sized>(
    w: &mut W,
    table: TableRef<'_>,
    trigger: &TriggerDef<'_>,
) -> fmt::Result {
    w.write_str("create trigger ")?;
    Ident::new(&trigger.name).sql(w)?;
    w.write_str(match trigger.timing {
        TriggerTiming::Before => " before ",
        TriggerTiming::After => " after ",
    })?;
    for (i, event) in trigger.events.iter().enumerate() {
        w.write_str(if i > 0 { " or " } else { "" })?;
        w.write_str(Command::word(*event))?;
    }
    w.write_str(" on ")?;
    table.sql(w)?;
    w.write_str("\n    for each row execute function ")?;
    trigger.function.sql(w)?;
    w.write_str("()")
}
