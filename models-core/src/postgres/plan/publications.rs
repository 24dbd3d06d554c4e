//! Changes that are sent to clients as they happen.

use crate::postgres::column::tables::Tables;
use crate::postgres::statement::publication::CREATE_PUBLICATION;
use crate::postgres::statement::{AlterPublication, Statement};

/// The publication, where a model wants one, and its tables.
pub(crate) fn publications<'a>(tables: &Tables<'a>) -> Vec<Statement<'a>> {
    let sent = |table| Statement::from(AlterPublication { table });
    let mut statements: Vec<_> = tables
        .iter()
        .filter(|stored| stored.table.realtime.is_some())
        .map(|stored| sent(stored.name))
        .collect();
    if !statements.is_empty() {
        statements.insert(0, Statement::Fixed(CREATE_PUBLICATION));
    }
    statements
}
