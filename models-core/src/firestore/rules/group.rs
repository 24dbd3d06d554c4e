//! Collections of one name that are read together, whatever they are under.

use super::collections::{Collections, Kept};
use super::condition::{Asked, View};
use super::language::{Allow, Block, Expression};
use super::operation::Operation;
use super::{Error, ErrorKind};

/// The block for all collections of this name; `None` where they are not read
/// together.
///
/// A query over them names no document above, so what the rule asks of those
/// is unknown. What is left must let someone read.
pub(crate) fn group<'a>(
    kept: &Kept<'a>,
    collections: &Collections<'a>,
) -> Result<Option<Block<'a>>, Error> {
    if !kept.collection.group {
        return Ok(None);
    }
    let name = kept.collection.name();
    if let Some(other) = collections.others_called(name, kept).next() {
        return Err(kept.trouble(ErrorKind::GroupName(other.model.name.to_string())));
    }
    let select = &kept.model.access.select.allow;
    let document = Expression::before();
    let one = Asked { kept, collections, document: document.clone(), view: View::Document };
    let all = Asked { kept, collections, document, view: View::Group };
    let condition = all.truth(select, true)?;
    if condition.is_always(false) {
        let nobody = one.truth(select, true)?.is_always(false);
        return if nobody { Ok(None) } else { Err(kept.trouble(ErrorKind::Group)) };
    }
    let variable = kept.steps.last().map_or("", |step| &step.variable);
    let allow = Allow { comment: String::new(), operations: Operation::Read.words(), condition };
    let block = Block {
        comments: vec![format!("All collections called {name}, read together.")],
        path: format!("/{{path=**}}/{name}/{{{variable}}}"),
        allows: vec![allow],
        functions: Vec::new(),
        inner: Vec::new(),
        region: None,
    };
    Ok(Some(block))
}
