//! The checks of one field.

use super::kind::TypeCheck;
use super::values::values;
use crate::firestore::rules::language::{BinaryOp, RulesExpr};
use crate::firestore::rules::unchecked::Unseen;
use crate::schema::{Field, RulesTest};

/// What a field of a document must be like.
pub(crate) struct Checks<'a> {
    /// The conditions, all of which must hold.
    pub(crate) conditions: Vec<RulesExpr<'a>>,
    /// What they cannot see, in words.
    pub(crate) unseen: Vec<Unseen>,
}

/// The checks of a field that clients write, in the document `d`; `None` when
/// rules have no type for it.
pub(crate) fn field_checks<'a>(
    field: &'a Field,
    name: &'a str,
    d: &RulesExpr<'a>,
) -> Option<Checks<'a>> {
    let check = TypeCheck::of_field(field)?;
    let is_there = || RulesExpr::text(name).binary(BinaryOp::In, d.clone());
    let value = d.clone().member(name);
    let asked = values(field, &value);
    let test = field.kind.document()?.test;
    let of_type = |value| match (test, asked.implies_type) {
        // What asks for its characters is an error for anything else.
        (RulesTest::Text, true) => RulesExpr::Bool(true),
        _ => (check.of)(value),
    };
    let condition = match (test, field.nullable) {
        (RulesTest::Anything, false) => is_there(),
        (RulesTest::Anything, true) => RulesExpr::Bool(true),
        // A value that is not there is an error, so it need not be asked for.
        (_, false) => RulesExpr::all([of_type(value)].into_iter().chain(asked.conditions)),
        (_, true) if !asked.conditions.is_empty() => {
            let all = RulesExpr::all([of_type(value)].into_iter().chain(asked.conditions));
            RulesExpr::any([is_there().not(), all])
        }
        (_, true) => {
            let filled = (check.of)(d.clone().get(name, check.sample.clone()));
            let skipped = RulesExpr::any([is_there().not(), (check.of)(value)]);
            if filled.cost() <= skipped.cost() { filled } else { skipped }
        }
    };
    let elements = |unseen: &Unseen| *unseen != Unseen::Elements || !asked.sees_elements;
    let unseen = check.unseen.into_iter().filter(elements).chain(asked.unseen);
    let mut all: Vec<Unseen> = Vec::new();
    for one in unseen {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    Some(Checks { conditions: vec![condition], unseen: all })
}
