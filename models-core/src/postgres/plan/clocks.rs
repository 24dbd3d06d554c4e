//! The moment of the last change.

use crate::postgres::column::column_default::is_set_by_the_clock;
use crate::postgres::column::table_model::TableModel;
use crate::postgres::statement::function::Clock;
use crate::postgres::statement::trigger::CreateTrigger;
use crate::schema::Type;

/// The trigger that keeps it. `created_at` needs none: clients have no grant
/// for it, and whoever has may want to keep an older moment.
pub(crate) fn trigger(stored: TableModel<'_>) -> Option<CreateTrigger<'_>> {
    let column = stored
        .columns()
        .find(|column| column.field.is_updated_at() && is_set_by_the_clock(column.field))?;
    let zoned = column.field.kind == Type::Timestamp;
    Some(CreateTrigger { table: stored, clock: Clock { column: column.name(), zoned } })
}
