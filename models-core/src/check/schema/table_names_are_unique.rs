//! # `table_names_are_unique`
//!
//! No two models of a schema have the same table, or the same collection at
//! the same place.
//!
//! The second would be created over the first, or not at all, and the
//! policies of both would apply to the rows of both. (`schema![..]` sees all
//! models, so it is the place that can tell.)

use super::{ConstMessage, NameIndex, chars};
use crate::schema::ModelDef;

/// Refuses two models of one table.
#[must_use]
pub const fn table_names_are_unique<const N: usize>(
    models: &[ModelDef],
    names: &NameIndex<N>,
) -> ConstMessage {
    let mut message = ConstMessage::new();
    let mut from = 0;
    while let Some((a, b, next)) = names.twin_collections(models, from) {
        if let Some(collection) = &models[a].collection {
            message = message.finding(&[
                "`",
                chars(&models[a].name),
                "` and `",
                chars(&models[b].name),
                "` are both stored in the collection `",
                chars(&collection.path.get().collection),
                "`",
            ]);
        }
        from = next;
    }
    let mut from = 0;
    while let Some((a, b, next)) = names.twin_tables(models, from) {
        if let Some(table) = &models[a].table {
            message = message.finding(&[
                "`",
                chars(&models[a].name),
                "` and `",
                chars(&models[b].name),
                "` are both stored in the table `",
                chars(&table.name),
                "`",
            ]);
        }
        from = next;
    }
    if message.is_empty() {
        return message;
    }
    message.end(
        "\n  why: the rows and policies of both would mix\n  fix: give one of them another `table` or `collection`, or list it once\n  convention: table_names_are_unique",
    )
}
