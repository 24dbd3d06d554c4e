//! What the expansions of the derives name. No part of the interface: the
//! derive is pinned to the version of this crate.

pub use core::option::Option::{self, None, Some};
pub use core::result::Result::Ok;
pub use std::borrow::Cow;

pub use crate::__expression;
pub use crate::access::predicates::*;
pub use crate::access::{Auth, Truth};
pub use crate::check;
pub use crate::expand::plain;
pub use crate::model::{Model, Parent};
pub use crate::schema::{
    Access, Allow, Check, Collection, CollectionPath, Comparison, Default, Distance, EnumType,
    Exclusion, Expr, Field, FieldCondition, Index, IndexPart, Key, List, Literal, Membership,
    Method, ModelDef, ModelRef, Node, OnDelete, Operand, Operator, ParentKey, Rule, Table, Text,
    Unique, Variant,
};
pub use crate::schema::{Count, Limit, Limits, ModelRule, ValueRule};
pub use crate::validate::{self, Collector, FieldRules, Validate};
pub use Operand::Uid;
pub use Operator::{Eq, Ge, Gt, Le, Lt, Ne};

pub use crate::types::{Element, FieldType, Id, ModelEnum};
pub use crate::{
    __document_model, __model_broken, __model_enum, __model_row, __model_type, __operand_broken,
    __operand_enum, __operand_type,
};

#[cfg(feature = "firestore")]
mod with_firestore {
    pub use crate::__read_fields;
    pub use crate::firestore::document::{
        BodyWriter, DocumentModel, FieldReader, IdWriter, Top, above,
    };
    pub use crate::types::document::{RawValue, ReadContext, ValueReader, ValueWriter};
    pub use crate::types::{read_label, write_label};

    /// What writing a value into a document gives.
    pub type Written<W> = Result<<W as ValueWriter>::Output, crate::types::document::FieldError>;
    /// What reading a value of a document gives.
    pub type Loaded<T> = Result<T, crate::types::document::FieldError>;
}

#[cfg(feature = "firestore")]
pub use with_firestore::*;

#[cfg(feature = "sqlx")]
mod with_sqlx {
    pub use sqlx::postgres::{
        PgArgumentBuffer, PgHasArrayType, PgRow, PgTypeInfo, PgValueRef, Postgres,
    };
    pub use sqlx::{Decode, Encode, FromRow, Type};

    pub use crate::types::label;
    pub use crate::types::row::{absent, accepts_array, decode};

    /// What reading a row gives.
    pub type Row<T> = Result<T, sqlx::Error>;
    /// What reading a field gives.
    pub type Read<T> = Result<T, crate::types::ReadError>;
    /// What reading a value gives.
    pub type Decoded<T> = Result<T, sqlx::error::BoxDynError>;
    /// What writing a value gives.
    pub type Write = Decoded<sqlx::encode::IsNull>;
}

#[cfg(feature = "sqlx")]
pub use with_sqlx::*;

/// A literal text.
#[must_use]
pub const fn text(text: &'static str) -> Text {
    Cow::Borrowed(text)
}

/// A constant list.
#[must_use]
pub const fn list<T: Clone>(items: &'static [T]) -> List<T> {
    Cow::Borrowed(items)
}

/// A field of the row, in a rule.
#[must_use]
pub const fn of(field: &'static str) -> Operand {
    Operand::Field(text(field))
}

/// A text that a rule names, or the label of a variant.
#[must_use]
pub const fn written(text: &'static str) -> Operand {
    Operand::Literal(Literal::Text(self::text(text)))
}

/// Two values side by side.
#[must_use]
pub const fn compare(left: Operand, operator: Operator, right: Operand) -> Expr {
    Expr::Compare(Comparison { left, operator, right })
}

/// What one field of that row equals.
#[must_use]
pub const fn condition(field: &'static str, equals: Operand) -> FieldCondition {
    FieldCondition { field: text(field), equals }
}

/// A rule on the length of a text, in its own words: the usual rule.
#[must_use]
pub const fn length(min: Option<u32>, max: Option<u32>) -> ValueRule {
    ValueRule::new(Check::Length(Count { min, max }))
}

/// The rules of a text that has a length and nothing else; -1 for no end.
#[derive(Debug)]
pub struct Length<const MIN: i64, const MAX: i64>;

impl<const MIN: i64, const MAX: i64> Length<MIN, MAX> {
    /// The rule.
    pub const RULES: &'static [ValueRule] = &[length(end(MIN), end(MAX))];
}

/// The end of a count, as a parameter of [`Length`].
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the derive writes an `u32` or -1"
)]
const fn end(of: i64) -> Option<u32> {
    if of < 0 { None } else { Some(of as u32) }
}

/// A part of an index.
#[must_use]
pub const fn index_part(field: &'static str, descending: bool) -> IndexPart {
    IndexPart { field: text(field), descending }
}

/// Where the documents of a model are, below those of its parent. A parent
/// without a collection has been refused already.
#[must_use]
pub const fn collection_path(
    model: &'static str,
    collection: &'static str,
    parent: Option<&'static CollectionPath>,
) -> CollectionPath {
    let parent = match parent {
        Some(parent) => Some(Node::Static(parent)),
        None => None,
    };
    CollectionPath { model: text(model), collection: text(collection), parent }
}

/// Where a model is kept that has been found to have a collection.
#[must_use]
pub const fn kept_at(path: Option<&'static CollectionPath>) -> Node<CollectionPath> {
    Node::Static(known_path(path))
}

/// The path of a model that has been found to have one.
#[must_use]
pub const fn known_path(path: Option<&'static CollectionPath>) -> &'static CollectionPath {
    const NOWHERE: &CollectionPath = &collection_path("", "", None);
    match path {
        Some(path) => path,
        None => NOWHERE,
    }
}

/// How the id of a document is made, by its type.
#[must_use]
pub const fn document_key(id: crate::types::FieldTypeInfo) -> Key {
    match id.kind.def().document_key {
        Some(key) => key,
        None => Key::Given,
    }
}

/// The key of a model.
#[must_use]
pub const fn parent_key(
    model: &'static str,
    schema: &'static str,
    table: &'static str,
    column: &'static str,
) -> ParentKey {
    ParentKey {
        model: text(model),
        schema: text(schema),
        table: text(table),
        column: text(column),
        external: false,
    }
}

/// What a model that did not compile is described as.
#[must_use]
pub const fn broken(name: &'static str) -> ModelDef {
    ModelDef {
        name: text(name),
        doc: text(""),
        table: None,
        collection: None,
        fields: Cow::Borrowed(&[]),
        rules: Cow::Borrowed(&[]),
        access: Access {
            select: Rule::new(Expr::Nobody),
            insert: Rule::new(Expr::Nobody),
            update: Rule::new(Expr::Nobody),
            delete: Rule::new(Expr::Nobody),
        },
        allows: Cow::Borrowed(&[]),
    }
}
