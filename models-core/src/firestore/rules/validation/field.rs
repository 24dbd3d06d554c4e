//! The checks of one field.

use super::kind::Check;
use crate::firestore::rules::language::{Expression, Sign};
use crate::firestore::rules::unchecked::Unseen;
use crate::schema::{Field, Type};

/// What a field of a document must be like.
pub(crate) struct Checks<'a> {
    /// The conditions, all of which must hold.
    pub(crate) conditions: Vec<Expression<'a>>,
    /// What they cannot see, in words.
    pub(crate) unseen: Vec<Unseen>,
}

/// The checks of a field that clients write, in the document `d`; `None` when
/// rules have no type for it.
///
/// Rules about values, such as how long a text may be, go into the same list:
/// each is a condition on the same value.
pub(crate) fn field_checks<'a>(
    field: &'a Field,
    name: &'a str,
    d: &Expression<'a>,
) -> Option<Checks<'a>> {
    let check = Check::of_field(field)?;
    let unseen = check.unseen.into_iter().collect();
    let is_there = || Expression::text(name).binary(Sign::In, d.clone());
    let condition = match (&field.kind, field.nullable) {
        (Type::Json, false) => is_there(),
        (Type::Json, true) => Expression::Bool(true),
        // A value that is not there is an error, so it need not be asked for.
        (_, false) => (check.of)(d.clone().member(name)),
        (_, true) => {
            let filled = (check.of)(d.clone().get(name, check.sample.clone()));
            let skipped = Expression::any([is_there().not(), (check.of)(d.clone().member(name))]);
            if filled.cost() <= skipped.cost() { filled } else { skipped }
        }
    };
    Some(Checks { conditions: vec![condition], unseen })
}
