//! The description of a model: plain constant data that every printer reads.
//!
//! The derive writes these values as constants. Programs can also build them at
//! run time or read them from a file (feature `serde`), because every text and
//! list is a [`Cow`].
//!
//! Indexes and access rules refer to a field by its Rust name; each printer looks
//! up the name that its engine uses.

mod access;
mod audience;
mod builder;
mod collection;
mod comparison;
mod field;
mod index;
mod literal;
mod model;
mod node;
#[cfg(feature = "serde")]
mod snapshot;
mod truth;
mod truth_set;
mod types;
mod value;

pub use access::{Access, Comparison, Expr, FieldCondition, Membership, Operand, Operator, Rule};
pub use audience::{Caller, always_allows, can_allow, can_allow_anonymous, possible};
pub use collection::{Collection, CollectionPath, CopyOf};
pub use comparison::{Comparability, Comparand};
pub use field::{Default, Field, Key, OnDelete, ParentKey, Precision, Reference};
pub use index::{Distance, Exclusion, Index, IndexPart, Method, Unique};
pub use literal::Literal;
pub use model::{Allow, ModelDef, ModelRef, Schema, Table};
pub use node::Node;
#[cfg(feature = "serde")]
pub use snapshot::SnapshotError;
pub use truth::Truth;
pub use truth_set::TruthSet;
#[cfg(feature = "firestore")]
pub(crate) use types::UUID_PATTERN;
pub use types::{
    ColumnTypeDef, DefinedIn, DocumentForm, DocumentReader, DocumentTypeDef, EnumType, GistDef,
    LengthUnit, NearestDef, Newtype, RangeEnd, RuleKinds, RulesTest, Support, Type, TypeDef,
    TypeParameter, TypeScriptComparison, TypeScriptDef, ValueClass, Variant,
};
pub use value::{Check, Count, Limit, Limits, ModelRule, ValueRule};

use std::borrow::Cow;

/// A text that is a literal in a program, or owned when it was loaded.
pub type Text = Cow<'static, str>;

/// A list that is a constant in a program, or owned when it was loaded.
pub type List<T> = Cow<'static, [T]>;
