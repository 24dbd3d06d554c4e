//! That a value is of a type.

use crate::firestore::rules::language::{BinaryOp as Sign, Expression};
use crate::firestore::rules::pattern::{self, Pattern};
use crate::firestore::rules::unchecked::Unseen;
use crate::schema::{EnumType, Field, Type};

/// How a value is held against a type.
pub(super) struct Check<'a> {
    /// The condition on a value, which is an error where there is none.
    pub(super) of: Box<dyn Fn(Expression<'a>) -> Expression<'a> + 'a>,
    /// A value that fits.
    pub(super) sample: Expression<'a>,
    /// What the condition cannot see, in words.
    pub(super) unseen: Option<Unseen>,
}

/// Half a step beside the whole numbers of 16 bits: one comparison does for
/// both ends.
const BEYOND_I16: i64 = 1 << 15;

const BEYOND_I32: i64 = 1 << 31;

impl<'a> Check<'a> {
    fn new(sample: Expression<'a>, of: impl Fn(Expression<'a>) -> Expression<'a> + 'a) -> Self {
        Self { of: Box::new(of), sample, unseen: None }
    }

    fn is(kind: &'static str, sample: Expression<'a>) -> Self {
        Self::new(sample, move |value| value.is(kind))
    }

    fn matches(Pattern { pattern, sample }: Pattern) -> Self {
        Self::new(Expression::text(sample), move |value| {
            value.method("matches", vec![Expression::text(pattern.clone())])
        })
    }

    fn unseen(self, unseen: Unseen) -> Self {
        Self { unseen: Some(unseen), ..self }
    }

    /// The check of a field; `None` when a document has no value for it, or
    /// rules have no type.
    pub(super) fn of_field(field: &'a Field) -> Option<Self> {
        Some(match &field.kind {
            Type::Decimal => {
                let decimal = Self::matches(pattern::decimal(field.precision));
                match field.precision {
                    Some(_) => decimal,
                    None => decimal.unseen(Unseen::Digits),
                }
            }
            kind => Self::of_type(kind)?,
        })
    }

    fn of_type(kind: &'a Type) -> Option<Self> {
        Some(match kind {
            Type::Bool => Self::is("bool", Expression::Bool(false)),
            Type::I16 => whole(BEYOND_I16),
            Type::I32 => whole(BEYOND_I32),
            Type::I64 | Type::Interval => Self::is("int", Expression::Int(0)),
            Type::F32 => small(),
            Type::F64 => finite(),
            Type::Text | Type::Uid => Self::is("string", Expression::text("")),
            Type::Uuid => Self::matches(pattern::uuid()),
            Type::DocumentId => Self::matches(pattern::document_id()),
            Type::Date => Self::matches(pattern::date()),
            Type::Time => Self::matches(pattern::time()),
            Type::Network => Self::matches(pattern::network()).unseen(Unseen::Address),
            Type::Decimal => Self::matches(pattern::decimal(None)),
            Type::Reference => {
                let here = Expression::name("request").member("path");
                Self::is("path", here).unseen(Unseen::Target)
            }
            Type::GeoPoint => Self::is("latlng", nowhere()),
            Type::Timestamp => Self::is("timestamp", Expression::name("request").member("time")),
            Type::Bytes => Self::is("bytes", Expression::NoBytes),
            // Anything goes.
            Type::Json => {
                Self::new(Expression::Null, |_| Expression::Bool(true)).unseen(Unseen::Json)
            }
            Type::Enum(of) => Self::label(of),
            Type::Array(element) => list(element),
            Type::Map(value) => map(value),
            Type::LocalTimestamp
            | Type::Vector(_)
            | Type::HalfVector(_)
            | Type::SparseVector(_)
            | Type::BitVector(_) => return None,
        })
    }

    fn label(of: &'a EnumType) -> Self {
        let first = of.labels.first().map_or("", |label| label);
        Self::new(Expression::text(first), |value| value.binary(Sign::In, labels(of)))
    }
}

fn labels(of: &EnumType) -> Expression<'_> {
    Expression::texts(of.labels.iter().map(|label| &**label))
}

/// A whole number between `-beyond` and `beyond - 1`.
fn whole<'a>(beyond: i64) -> Check<'a> {
    Check::new(Expression::Int(0), move |value| {
        let middle = value.clone().binary(Sign::Plus, Expression::Float(0.5));
        let size = Expression::Call("math.abs", vec![middle]);
        Expression::all([value.is("int"), size.binary(Sign::Lt, Expression::Int(beyond))])
    })
}

/// A finite number: a client may write 2.0 as 2, and nothing else has a product.
fn finite<'a>() -> Check<'a> {
    Check::new(Expression::Int(0), |value| {
        value.binary(Sign::Times, Expression::Int(0)).eq(Expression::Int(0))
    })
}

/// A finite number that 32 bits hold; `NaN` is not less than anything.
fn small<'a>() -> Check<'a> {
    Check::new(Expression::Int(0), |value| {
        let size = Expression::Call("math.abs", vec![value]);
        size.binary(Sign::Le, Expression::Float(f64::from(f32::MAX)))
    })
}

fn nowhere<'a>() -> Expression<'a> {
    Expression::Call("latlng.value", vec![Expression::Int(0), Expression::Int(0)])
}

/// A list. It cannot be gone through, but it can be held against a closed one.
fn list(element: &Type) -> Check<'_> {
    match closed(element) {
        Some(closed) => Check::new(Expression::List(Vec::new()), move |value| {
            value.method("hasOnly", vec![closed.clone()])
        }),
        None => {
            let list = Check::is("list", Expression::List(Vec::new()));
            if is_anything(element) { list } else { list.unseen(Unseen::Elements) }
        }
    }
}

fn map(value: &Type) -> Check<'_> {
    match closed(value) {
        Some(closed) => Check::new(Expression::NoMap, move |value| {
            value.method("values", Vec::new()).method("hasOnly", vec![closed.clone()])
        }),
        None => {
            let map = Check::is("map", Expression::NoMap);
            if is_anything(value) { map } else { map.unseen(Unseen::Values) }
        }
    }
}

/// All values of a type that has few.
fn closed(kind: &Type) -> Option<Expression<'_>> {
    match kind {
        Type::Enum(of) => Some(labels(of)),
        Type::Bool => Some(Expression::List(vec![Expression::Bool(true), Expression::Bool(false)])),
        _ => None,
    }
}

const fn is_anything(kind: &Type) -> bool {
    matches!(kind, Type::Json)
}
