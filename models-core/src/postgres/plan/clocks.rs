//! The moment of the last change.

use crate::postgres::column::column_default::is_set_by_the_clock;
use crate::postgres::column::stored::{Column, Stored};
use crate::postgres::column::tables::Tables;
use crate::postgres::statement::function::Clock;
use crate::postgres::statement::trigger::CreateTrigger;
use crate::postgres::text::name::Derived;
use crate::schema::Type;

/// The functions that set it: one for each name of such a column, in practice
/// one.
pub(crate) fn clocks<'a>(tables: &Tables<'a>) -> Vec<Clock<'a>> {
    let mut clocks: Vec<Clock<'a>> = Vec::new();
    for clock in tables.iter().filter_map(updated_at).map(clock) {
        if !clocks.contains(&clock) {
            clocks.push(clock);
        }
    }
    clocks
}

/// The trigger that calls it. `created_at` needs none: clients have no grant
/// for it, and whoever has may want to keep an older moment.
pub(crate) fn trigger(stored: Stored<'_>) -> Option<CreateTrigger<'_>> {
    let clock = clock(updated_at(stored)?);
    let name =
        Derived::new(stored.name.name.text(), "").and("set").and(clock.column.text()).plain();
    Some(CreateTrigger { name, table: stored.name, function: clock.name })
}

fn updated_at(stored: Stored<'_>) -> Option<Column<'_>> {
    stored
        .columns()
        .find(|column| column.field.is_updated_at() && is_set_by_the_clock(column.field))
}

fn clock(column: Column<'_>) -> Clock<'_> {
    let zoned = column.field.kind == Type::Timestamp;
    let name = Derived::new("set", if zoned { "" } else { "utc" }).and(column.name.text()).plain();
    Clock { name, column: column.name, zoned }
}
