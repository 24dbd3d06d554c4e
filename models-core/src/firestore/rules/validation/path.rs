//! The checks of the ids in the path of a new document.

use crate::firestore::rules::collections::{Kept, Spot};
use crate::firestore::rules::language::Expression;
use crate::firestore::rules::pattern;
use crate::schema::{Field, Type};

/// What the ids have to be. Whoever makes a document chooses its id, and one
/// of another form could never be read as the type of the field. A path never
/// changes, so nothing else has to ask.
pub(crate) fn ids<'a>(kept: &Kept<'a>) -> impl Iterator<Item = Expression<'a>> {
    kept.model.fields.iter().filter_map(|field| id(kept, field))
}

fn id<'a>(kept: &Kept<'a>, field: &'a Field) -> Option<Expression<'a>> {
    match (kept.spot(field)?, &field.kind) {
        (Spot::Path(step), Type::Uuid) => {
            let name = Expression::name(kept.steps.get(step)?.variable.clone());
            Some(name.method("matches", vec![Expression::text(pattern::UUID)]))
        }
        // Any name of a document is the id of a user, or of a document.
        (Spot::Path(_) | Spot::Body(_), _) => None,
    }
}
