//! From a collection to its block.

use super::access::AccessConditions;
use super::collections::{Collections, path_name};
use super::cost::Cost;
use super::group::group;
use super::language::{AllowStatement, Block, RulesExpr};
use super::limits;
use super::names::{FunctionNames, variables};
use super::operation::Operation;
use super::unchecked::{self, Unchecked};
use super::validation::Validation;
use crate::firestore::collection::CollectionModel;
use crate::firestore::{Error, ErrorKind};

/// What is printed for a collection.
pub(crate) struct Plan<'a> {
    pub(crate) block: Block<'a>,
    /// The block for all collections of its name.
    pub(crate) group: Option<Block<'a>>,
    pub(crate) costs: Vec<Cost>,
    pub(crate) unchecked: Vec<Unchecked>,
}

impl<'a> Plan<'a> {
    pub(crate) fn new(
        model: CollectionModel<'a>,
        collections: &Collections<'a>,
        names: &mut FunctionNames,
    ) -> Result<Self, Error> {
        let AccessConditions { conditions, list, mut functions } =
            AccessConditions::new(model, collections, names)?;
        let [read, create, update, delete] = conditions;
        check_private(model, &read)?;
        let may = |condition: &RulesExpr<'_>| !condition.is_always(false);
        let valid = Validation::new(model, collections, names, may(&create), may(&update))?;
        functions.extend(valid.functions);
        let conditions = [
            read,
            RulesExpr::all([create, valid.create]),
            RulesExpr::all([update, valid.update]),
            delete,
        ];
        let group = group(model, collections)?;
        let mut costs = Vec::new();
        let mut allows = Vec::new();
        for (operation, condition) in Operation::ALL.into_iter().zip(conditions) {
            let together = group.as_ref().filter(|_| operation == Operation::Read);
            let words: &[_] = match &list {
                Some(list) if operation == Operation::Read => {
                    &[("get", condition), ("list", list.clone())]
                }
                _ => &[(operation.words(), condition)],
            };
            let mut most_expensive: Option<Cost> = None;
            for (words, condition) in words {
                // The conditions of both blocks are evaluated.
                let both = together.into_iter().flat_map(|group| &group.allows);
                let both = both.map(|allow| &allow.condition).chain([condition]);
                let cost = Cost::new(model, operation, both);
                cost.check(model, &valid.prices)?;
                allows.push(AllowStatement {
                    comment: cost.comment(),
                    operations: words,
                    condition: condition.clone(),
                });
                most_expensive =
                    most_expensive.filter(|one| one.expressions >= cost.expressions).or(Some(cost));
            }
            costs.extend(most_expensive);
        }
        let mut called = Vec::new();
        for allow in &allows {
            allow.condition.add_calls(&mut called);
        }
        // A condition may be constant, whatever its parts are.
        functions.retain(|function| called.contains(&&*function.name));
        let bodies = functions.iter().map(|function| &function.body);
        let conditions = allows.iter().chain(group.iter().flat_map(|group| &group.allows));
        check_nesting(model, conditions.map(|allow| &allow.condition).chain(bodies))?;
        let unchecked: Vec<Unchecked> = valid
            .unchecked
            .into_iter()
            .chain(unchecked::of_the_model(model.def).map(str::to_owned))
            .map(|what| Unchecked { model: model.def.name.to_string(), what })
            .collect();
        let block = Block {
            comments: comments(model, &unchecked),
            path: path_below(model, collections.above(model)),
            allows,
            functions,
            inner: Vec::new(),
            region: Some(path_name(&model.collection.path)),
        };
        Ok(Self { block, group, costs, unchecked })
    }
}

/// A document is read as a whole.
fn check_private(model: CollectionModel<'_>, read: &RulesExpr<'_>) -> Result<(), Error> {
    let private = model.body().find(|(field, _)| field.private);
    match private {
        Some((field, _)) if !read.is_always(false) => {
            Err(model.field_error(&field.name, ErrorKind::Private))
        }
        _ => Ok(()),
    }
}

fn check_nesting<'e>(
    model: CollectionModel<'_>,
    conditions: impl Iterator<Item = &'e RulesExpr<'e>>,
) -> Result<(), Error> {
    match conditions.map(RulesExpr::depth).max() {
        Some(depth) if depth > limits::NESTING => Err(model.error(ErrorKind::Nesting(depth))),
        _ => Ok(()),
    }
}

fn comments(model: CollectionModel<'_>, unchecked: &[Unchecked]) -> Vec<String> {
    let mut comments: Vec<String> = model.def.doc.lines().map(str::to_owned).collect();
    if comments.is_empty() {
        comments.push(model.def.name.to_string());
    }
    let unchecked: Vec<&str> = unchecked.iter().map(|unchecked| &*unchecked.what).collect();
    if !unchecked.is_empty() {
        comments.push(format!("Not checked: {}.", unchecked.join("; ")));
    }
    comments
}

/// The path of the block, below that of the one around it.
fn path_below(model: CollectionModel<'_>, above: Option<CollectionModel<'_>>) -> String {
    let steps = model.names().into_iter().zip(variables(&model.collection.path));
    let steps = steps.skip(above.map_or(0, |above| above.names().len()));
    let segments: Vec<String> =
        steps.map(|(collection, variable)| format!("/{collection}/{{{variable}}}")).collect();
    segments.concat()
}
