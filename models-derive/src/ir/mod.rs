//! What was said, with the place where each part was said.

mod access;
mod enums;
mod index;
mod model;
mod value;

pub(crate) use access::{Access, Comparison, Condition, Expr, Membership, Operand, Operator, Rule};
pub(crate) use enums::{Enum, Newtype, Variant};
pub(crate) use index::{Distance, Index, IndexPart, Method, MethodKind, Unique};
pub(crate) use model::{Allow, Default, Field, Id, IdKind, Model, OnDelete, Realtime, Reference};
pub(crate) use value::{Literal, Spot};
