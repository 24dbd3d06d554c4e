//! Changes that are sent to clients as they happen.

use crate::postgres::column::table_model::TableModel;
use crate::postgres::statement::publication::CREATE_PUBLICATION;
use crate::postgres::statement::{AlterPublication, Statement};

/// Adds a table to the publication, where its model wants that.
pub(crate) fn publication(stored: TableModel<'_>) -> Option<AlterPublication<'_>> {
    stored.table.realtime.as_ref().map(|_| AlterPublication { table: stored })
}

/// The publication itself, before the tables that are added to it.
pub(crate) fn publications(added: Vec<Statement<'_>>) -> Vec<Statement<'_>> {
    if added.is_empty() {
        return added;
    }
    std::iter::once(Statement::Fixed(CREATE_PUBLICATION)).chain(added).collect()
}
