//! Collections of one name that are read together, whatever they are under.

use super::collections::Collections;
use super::condition::{Translator, View};
use super::language::{AllowStatement, Block, RulesExpr};
use super::names::variables;
use super::operation::Operation;
use crate::firestore::collection::CollectionModel;
use crate::firestore::{Error, ErrorKind};

/// The block for all collections of this name; `None` where they are not read
/// together.
///
/// A query over them names no document above, so conditions on those are
/// unknown. The rest must allow someone to read.
pub(crate) fn group<'a>(
    model: CollectionModel<'a>,
    collections: &Collections<'a>,
) -> Result<Option<Block<'a>>, Error> {
    if !model.collection.group {
        return Ok(None);
    }
    let name = model.collection.name();
    if let Some(other) = collections.namesake(model) {
        return Err(model.error(ErrorKind::GroupName(other.def.name.to_string())));
    }
    let select = &model.def.access.select.allow;
    let document = RulesExpr::before();
    let one = Translator { model, collections, document: document.clone(), view: View::Document };
    let all = Translator { model, collections, document, view: View::Group };
    let condition = all.condition(select, true)?;
    if condition.is_always(false) {
        let nobody = one.condition(select, true)?.is_always(false);
        return if nobody { Ok(None) } else { Err(model.error(ErrorKind::Group)) };
    }
    let variable = variables(&model.collection.path).pop().unwrap_or_default();
    let allow =
        AllowStatement { comment: String::new(), operations: Operation::Read.words(), condition };
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
