//! Doc comments.

use crate::postgres::column::stored::Stored;
use crate::postgres::error::Error;
use crate::postgres::statement::comment::Comment;

/// What is said about a model and its fields.
pub(crate) fn comments(stored: Stored<'_>) -> Result<Vec<Comment<'_>>, Error> {
    let table = Comment { table: stored.name, column: None, text: &stored.model.doc };
    let columns = stored.columns().map(|column| Comment {
        table: stored.name,
        column: Some(column.name),
        text: &column.field.doc,
    });
    std::iter::once(table)
        .chain(columns)
        .filter(|comment| !comment.text.is_empty())
        .map(|comment| stored.check_text(comment.text).map(|()| comment))
        .collect()
}
