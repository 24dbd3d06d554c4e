//! That a value is of a type.

use std::borrow::Cow;

use crate::firestore::rules::language::{BinaryOp, RulesExpr};
use crate::firestore::rules::pattern;
use crate::firestore::rules::unchecked::Unseen;
use crate::schema::{EnumType, Field, RulesTest, Type, TypeParameter};

/// How a value is held against a type.
pub(super) struct TypeCheck<'a> {
    /// The condition on a value, which is an error where there is none.
    pub(super) of: Box<dyn Fn(RulesExpr<'a>) -> RulesExpr<'a> + 'a>,
    /// A value that fits.
    pub(super) sample: RulesExpr<'a>,
    /// What the condition cannot see, in words.
    pub(super) unseen: Option<Unseen>,
}

impl<'a> TypeCheck<'a> {
    fn new(sample: RulesExpr<'a>, of: impl Fn(RulesExpr<'a>) -> RulesExpr<'a> + 'a) -> Self {
        Self { of: Box::new(of), sample, unseen: None }
    }

    fn is(kind: &'static str, sample: RulesExpr<'a>) -> Self {
        Self::new(sample, move |value| value.is(kind))
    }

    fn matches(pattern: Cow<'static, str>, sample: &'static str) -> Self {
        Self::new(RulesExpr::text(sample), move |value| {
            value.method("matches", vec![RulesExpr::text(pattern.clone())])
        })
    }

    fn unseen(self, unseen: Unseen) -> Self {
        Self { unseen: Some(unseen), ..self }
    }

    /// The check of a field; `None` when a document has no value for it, or
    /// rules have no type.
    pub(super) fn of_field(field: &'a Field) -> Option<Self> {
        let kind = &field.kind;
        let document = kind.document()?;
        let check = match document.test {
            RulesTest::None => return None,
            RulesTest::Anything => Self::new(RulesExpr::Null, |_| RulesExpr::Bool(true)),
            RulesTest::Bool => Self::is("bool", RulesExpr::Bool(false)),
            RulesTest::Int => Self::is("int", RulesExpr::Int(0)),
            RulesTest::IntWithin(beyond) => whole(beyond),
            RulesTest::Finite => finite(),
            RulesTest::FiniteF32 => small(),
            RulesTest::Text => Self::is("string", RulesExpr::text("")),
            RulesTest::Matches { pattern, sample } => Self::matches(pattern.into(), sample),
            RulesTest::Decimal => {
                let decimal = Self::matches(pattern::decimal(field.precision).into(), "0");
                match field.precision {
                    Some(_) => decimal,
                    None => decimal.unseen(Unseen::Digits),
                }
            }
            RulesTest::Label => Self::label(kind.labels()?),
            RulesTest::Timestamp => {
                Self::is("timestamp", RulesExpr::name("request").member("time"))
            }
            RulesTest::Bytes => Self::is("bytes", RulesExpr::NoBytes),
            RulesTest::Path => Self::is("path", RulesExpr::name("request").member("path")),
            RulesTest::LatLng => Self::is("latlng", nowhere()),
            RulesTest::List | RulesTest::Map => match kind.parameter() {
                TypeParameter::Elements(element) => list(element),
                TypeParameter::Values(value) => map(value),
                TypeParameter::None | TypeParameter::Labels(_) | TypeParameter::Dimensions(_) => {
                    return None;
                }
            },
        };
        Some(match document.unseen {
            Some(around) => check.unseen(Unseen::Type(around)),
            None => check,
        })
    }

    fn label(of: &'a EnumType) -> Self {
        let first = of.labels.first().map_or("", |label| label);
        Self::new(RulesExpr::text(first), |value| value.binary(BinaryOp::In, labels(of)))
    }
}

fn labels(of: &EnumType) -> RulesExpr<'_> {
    RulesExpr::texts(of.labels.iter().map(|label| &**label))
}

/// A whole number between `-beyond` and `beyond - 1`: half a step beside them,
/// one comparison does for both ends.
fn whole<'a>(beyond: i64) -> TypeCheck<'a> {
    TypeCheck::new(RulesExpr::Int(0), move |value| {
        let middle = value.clone().binary(BinaryOp::Plus, RulesExpr::Float(0.5));
        let size = RulesExpr::Call("math.abs", vec![middle]);
        RulesExpr::all([value.is("int"), size.binary(BinaryOp::Lt, RulesExpr::Int(beyond))])
    })
}

/// A finite number: a client may write 2.0 as 2, and nothing else has a product.
fn finite<'a>() -> TypeCheck<'a> {
    TypeCheck::new(RulesExpr::Int(0), |value| {
        value.binary(BinaryOp::Times, RulesExpr::Int(0)).eq(RulesExpr::Int(0))
    })
}

/// A finite number that 32 bits hold; `NaN` is not less than anything.
fn small<'a>() -> TypeCheck<'a> {
    TypeCheck::new(RulesExpr::Int(0), |value| {
        let size = RulesExpr::Call("math.abs", vec![value]);
        size.binary(BinaryOp::Le, RulesExpr::Float(f64::from(f32::MAX)))
    })
}

fn nowhere<'a>() -> RulesExpr<'a> {
    RulesExpr::Call("latlng.value", vec![RulesExpr::Int(0), RulesExpr::Int(0)])
}

/// A list. It cannot be gone through, but it can be held against a closed one.
fn list(element: &Type) -> TypeCheck<'_> {
    match closed(element) {
        Some(closed) => TypeCheck::new(RulesExpr::List(Vec::new()), move |value| {
            value.method("hasOnly", vec![closed.clone()])
        }),
        None => {
            let list = TypeCheck::is("list", RulesExpr::List(Vec::new()));
            if is_anything(element) { list } else { list.unseen(Unseen::Elements) }
        }
    }
}

fn map(value: &Type) -> TypeCheck<'_> {
    match closed(value) {
        Some(closed) => TypeCheck::new(RulesExpr::NoMap, move |value| {
            value.method("values", Vec::new()).method("hasOnly", vec![closed.clone()])
        }),
        None => {
            let map = TypeCheck::is("map", RulesExpr::NoMap);
            if is_anything(value) { map } else { map.unseen(Unseen::Values) }
        }
    }
}

/// All values of a type that has few.
fn closed(kind: &Type) -> Option<RulesExpr<'_>> {
    match kind.document()?.test {
        RulesTest::Label => kind.labels().map(labels),
        RulesTest::Bool => {
            Some(RulesExpr::List(vec![RulesExpr::Bool(true), RulesExpr::Bool(false)]))
        }
        _ => None,
    }
}

fn is_anything(kind: &Type) -> bool {
    kind.document().is_some_and(|document| document.test == RulesTest::Anything)
}
