//! # `table_names_are_unique`
//!
//! No two models of a schema have the same table.
//!
//! The second would be created over the first, or not at all, and the
//! policies of both would apply to the rows of both. (`schema![..]` sees all
//! models, so it is the place that can tell.)

use super::{Message, Names, chars};
use crate::schema::ModelDef;

pub(super) const fn check<const N: usize>(
    models: &[ModelDef],
    names: &Names<N>,
) -> Option<Message> {
    let Some((a, b)) = names.twins(models) else { return None };
    let Some(table) = &models[a].table else { return None };
    Some(
        Message::new()
            .with("`")
            .with(chars(&models[a].name))
            .with("` and `")
            .with(chars(&models[b].name))
            .with("` are both stored as the table `")
            .with(chars(&table.name))
            .with("`\n  why: the rows and policies of both would mix\n  fix: give one of them another `table`\n  convention: table_names_are_unique"),
    )
}
