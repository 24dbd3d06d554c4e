//! From a collection to its block.

use super::access::Access;
use super::collections::{Collections, Kept};
use super::cost::Cost;
use super::group::group;
use super::language::{Allow, Block, Expression};
use super::limits;
use super::names::Names;
use super::operation::Operation;
use super::unchecked::{self, Unchecked};
use super::validation::Validation;
use super::{Error, ErrorKind};

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
        kept: &Kept<'a>,
        collections: &Collections<'a>,
        names: &mut Names,
    ) -> Result<Self, Error> {
        let Access { conditions, list, mut functions } = Access::new(kept, collections, names)?;
        let [read, create, update, delete] = conditions;
        check_private(kept, &read)?;
        let may = |condition: &Expression<'_>| !condition.is_always(false);
        let valid = Validation::new(kept, collections, names, may(&create), may(&update))?;
        functions.extend(valid.functions);
        let conditions = [
            read,
            Expression::all([create, valid.create]),
            Expression::all([update, valid.update]),
            delete,
        ];
        let group = group(kept, collections)?;
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
            let mut dearest: Option<Cost> = None;
            for (words, condition) in words {
                // A document is asked about in both places.
                let both = together.into_iter().flat_map(|group| &group.allows);
                let both = both.map(|allow| &allow.condition).chain([condition]);
                let cost = Cost::new(kept, operation, both);
                cost.check(kept, &valid.prices)?;
                allows.push(Allow {
                    comment: cost.comment(),
                    operations: words,
                    condition: condition.clone(),
                });
                dearest = dearest.filter(|one| one.expressions >= cost.expressions).or(Some(cost));
            }
            costs.extend(dearest);
        }
        let mut called = Vec::new();
        allows.iter().for_each(|allow| allow.condition.add_calls(&mut called));
        // A condition may be false whatever a part of it says.
        functions.retain(|function| called.contains(&&*function.name));
        let bodies = functions.iter().map(|function| &function.body);
        let asked = allows.iter().chain(group.iter().flat_map(|group| &group.allows));
        check_nesting(kept, asked.map(|allow| &allow.condition).chain(bodies))?;
        let unchecked: Vec<Unchecked> = valid
            .unchecked
            .into_iter()
            .chain(unchecked::of_the_model(kept.model).map(str::to_owned))
            .map(|what| Unchecked { model: kept.model.name.to_string(), what })
            .collect();
        let block = Block {
            comments: comments(kept, &unchecked),
            path: path_below(kept, collections.above(kept)),
            allows,
            functions,
            inner: Vec::new(),
            region: Some(kept.path.clone()),
        };
        Ok(Self { block, group, costs, unchecked })
    }
}

/// A document is read as a whole.
fn check_private(kept: &Kept<'_>, read: &Expression<'_>) -> Result<(), Error> {
    let private = kept.body().find(|(field, _)| field.private);
    match private {
        Some((field, _)) if !read.is_always(false) => {
            Err(kept.trouble(ErrorKind::Private(field.name.to_string())))
        }
        _ => Ok(()),
    }
}

fn check_nesting<'e>(
    kept: &Kept<'_>,
    conditions: impl Iterator<Item = &'e Expression<'e>>,
) -> Result<(), Error> {
    match conditions.map(Expression::depth).max() {
        Some(depth) if depth > limits::NESTING => Err(kept.trouble(ErrorKind::Nesting(depth))),
        _ => Ok(()),
    }
}

fn comments(kept: &Kept<'_>, unchecked: &[Unchecked]) -> Vec<String> {
    let mut comments: Vec<String> = kept.model.doc.lines().map(str::to_owned).collect();
    if comments.is_empty() {
        comments.push(kept.model.name.to_string());
    }
    let unchecked: Vec<&str> = unchecked.iter().map(|unchecked| &*unchecked.what).collect();
    if !unchecked.is_empty() {
        comments.push(format!("Not checked: {}.", unchecked.join("; ")));
    }
    comments
}

/// The path of the block, below that of the one around it.
fn path_below(kept: &Kept<'_>, above: Option<&Kept<'_>>) -> String {
    let steps = kept.steps.iter().skip(above.map_or(0, |above| above.steps.len()));
    let names: Vec<String> =
        steps.map(|step| format!("/{}/{{{}}}", step.collection, step.variable)).collect();
    names.concat()
}
