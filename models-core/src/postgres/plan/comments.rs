//! Doc comments.

use crate::postgres::column::table_model::TableModel;
use crate::postgres::error::Error;
use crate::postgres::statement::Statement;
use crate::postgres::statement::comment::Comment;

/// Adds what is said about a model and its fields.
pub(crate) fn comments<'a>(
    stored: TableModel<'a>,
    statements: &mut Vec<Statement<'a>>,
) -> Result<(), Error> {
    let columns = stored.columns().map(Some);
    for column in std::iter::once(None).chain(columns) {
        let comment = Comment { table: stored, column };
        if !comment.text().is_empty() {
            stored.check_text(comment.text())?;
            statements.push(comment.into());
        }
    }
    Ok(())
}
