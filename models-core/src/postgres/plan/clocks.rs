//! The moment of the last change.

use crate::postgres::column::column_default::clock;
use crate::postgres::column::table_model::TableModel;
use crate::postgres::statement::function::Clock;
use crate::postgres::statement::trigger::CreateTrigger;
use crate::schema::ValueClass;

/// The trigger that keeps it. `created_at` needs none: clients have no grant
/// for it, and whoever has may want to keep an older moment.
pub(crate) fn trigger(stored: TableModel<'_>) -> Option<CreateTrigger<'_>> {
    let column = stored
        .columns()
        .find(|column| column.field.is_updated_at() && clock(column.field).is_some())?;
    let zoned = column.field.kind.class() == ValueClass::Moment;
    Some(CreateTrigger { table: stored, clock: Clock { column: column.name(), zoned } })
}
