//! `firestore.indexes.json`: what Firestore indexes beyond single fields, and
//! what it does not index.

mod composite;
mod exempt;
mod field;
pub(crate) mod limit;
mod overrides;
mod write;

use std::collections::BTreeSet;

use super::collection::valid_collection_models;
use super::error::{Error, ErrorKind};
use crate::schema::Schema;
use composite::Declared;

pub use composite::CompositeIndex;
pub use field::{FieldPath, IndexField, Mode, Scope};
pub use limit::IndexLimit;
pub use overrides::{FieldIndex, FieldOverride};

/// Whether the project pays: it is allowed more then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Billing {
    /// 200 composite indexes, and 200 fields with settings of their own.
    Disabled,
    /// 1,000 of each.
    Enabled,
}

/// The indexes of a schema: `Display` is `firestore.indexes.json`.
///
/// - An index over several fields, and one of a vector, is printed as it is
///   declared; where the collection is read as a group, for the group too.
/// - An index over one field is Firestore's own, and printed only for a group.
/// - `created_at` and `updated_at` grow with every write, and a field whose
///   values do takes 500 of them a second. So they are not indexed alone,
///   unless an index over just them is declared, or the rule for reading asks
///   for them.
/// - A field with `ttl` is not indexed either, for the same reason.
/// - A text of more than 1,500 characters, by its `length(max = ..)`, is more
///   than an index holds, and is left out like these.
/// - So is whatever has `index(none)`: large maps, and fields that no query names.
/// - A copy under other documents is found through the field that holds its
///   source's id, in all collections of that name: that field gets its index.
///
/// All other fields are indexed by Firestore itself, and stay so: no query can
/// name a field without its index.
#[derive(Clone, Debug)]
pub struct Indexes<'a> {
    composites: Vec<CompositeIndex<'a>>,
    overrides: Vec<FieldOverride<'a>>,
}

impl<'a> Indexes<'a> {
    /// The indexes of a schema, for a project without billing.
    ///
    /// # Errors
    ///
    /// The first index that Firestore does not have, or one beyond its limits.
    pub fn new(schema: &'a Schema) -> Result<Self, Error> {
        Self::within(schema, Billing::Disabled)
    }

    /// The indexes of a schema, for a project with this billing.
    ///
    /// # Errors
    ///
    /// As for [`new`](Self::new).
    pub fn within(schema: &'a Schema, billing: Billing) -> Result<Self, Error> {
        let models = valid_collection_models(schema)?;
        let mut composites = BTreeSet::new();
        let mut wanted = overrides::Requested::default();
        for model in &models {
            for declared in composite::declared(*model)? {
                match declared {
                    Declared::Composite(index) => composites.extend(index),
                    Declared::Single(field) => wanted.declared(*model, field),
                }
            }
            let limit = IndexLimit::CompositeIndexes(billing);
            check(composites.len(), limit).map_err(|kind| model.error(kind))?;
        }
        let overrides = overrides::overrides(&models, wanted, IndexLimit::FieldOverrides(billing))?;
        Ok(Self { composites: composites.into_iter().collect(), overrides })
    }

    /// Indexes over several fields, and those of vectors.
    #[must_use]
    pub fn composites(&self) -> &[CompositeIndex<'a>] {
        &self.composites
    }

    /// Fields that are indexed otherwise than Firestore does by itself.
    #[must_use]
    pub fn overrides(&self) -> &[FieldOverride<'a>] {
        &self.overrides
    }
}

fn check(number: usize, limit: IndexLimit) -> Result<(), ErrorKind> {
    if number > limit.most() { Err(ErrorKind::TooMany { limit, number }) } else { Ok(()) }
}
