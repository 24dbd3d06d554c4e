//! The checks of the ids in a document's path: clients choose them when they
//! make it.

use super::kind::TypeCheck;
use super::values::values;
use crate::firestore::collection::CollectionModel;
use crate::firestore::rules::condition::variable;
use crate::firestore::rules::language::RulesExpr;
use crate::firestore::rules::unchecked::Unseen;
use crate::schema::{Field, RulesTest, Type, ValueClass};

/// An id, and what it must be like.
pub(super) struct IdCheck<'a> {
    pub(super) field: &'a Field,
    pub(super) condition: RulesExpr<'a>,
    pub(super) unseen: Vec<Unseen>,
}

/// The ids that not every text will do for.
pub(super) fn ids(model: CollectionModel<'_>) -> impl Iterator<Item = IdCheck<'_>> {
    model.def.fields.iter().filter_map(move |field| {
        let variable = variable(model, model.location(field)?.levels()?);
        let check = of_a_form(&field.kind).then(|| TypeCheck::of_field(field)).flatten();
        let form = check.map(|check| (check.of)(variable.clone()));
        let asked = values(field, &variable);
        let conditions: Vec<_> = form.into_iter().chain(asked.conditions).collect();
        if conditions.is_empty() && asked.unseen.is_empty() {
            return None;
        }
        Some(IdCheck { field, condition: RulesExpr::all(conditions), unseen: asked.unseen })
    })
}

/// Whether its values are texts, and not every text in a path is one.
fn of_a_form(kind: &Type) -> bool {
    let is_any_name = kind.class() == ValueClass::DocumentId;
    kind.document().is_some_and(|document| match document.test {
        RulesTest::Matches { .. } => !is_any_name,
        RulesTest::Decimal | RulesTest::Label => true,
        _ => false,
    })
}
