//! What the attributes declare, and where each part was written.

mod access;
mod case;
mod display;
mod document;
mod enums;
mod index;
mod item;
mod key;
mod model;
mod pattern;
mod unread_keys;
mod value;
mod value_rule;

pub(crate) use access::{Access, Comparison, Condition, Expr, Membership, Operand, Operator, Rule};
pub(crate) use case::camel_case;
pub(crate) use display::path;
pub(crate) use document::{Ancestor, Collection, CopyOf, Engine, Parent};
pub(crate) use enums::{Enum, Newtype, Variant};
pub(crate) use index::{Distance, Exclusion, Index, IndexPart, Method, MethodKind, Unique};
pub(crate) use item::Item;
pub(crate) use key::{Id, IdKind, OnDelete, Reference};
pub(crate) use model::{Allow, Bounds, Default, Field, Model, Realtime};
pub(crate) use pattern::{Part, Pattern, Portable, Unportable};
pub(crate) use unread_keys::UnreadKeys;
pub(crate) use value::{Literal, Located, plain};
pub(crate) use value_rule::{Check, Count, Limit, ModelRule, ValueRule};
