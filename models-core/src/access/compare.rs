//! Comparing two values whose types are known only at run time: every pair
//! that rustc accepts, with the same functions.

use std::cmp::Ordering;

use super::{ClaimValue, IntLiteral as Int, Ordered, Truth, Value};
use crate::schema::Operator;

impl Value {
    /// The result of the comparison; unknown if a value is absent, or if rustc
    /// would not accept a comparison of these types.
    ///
    /// ```
    /// use models_core::access::{Truth, Value};
    /// use models_core::schema::Operator;
    /// let (three, absent) = (Value::Int(3), Value::Null);
    /// assert_eq!(three.compare(Operator::Lt, &Value::Int(4)), Truth::True);
    /// assert_eq!(three.compare(Operator::Ne, &absent), Truth::Unknown);
    /// ```
    #[must_use]
    pub fn compare(&self, operator: Operator, other: &Self) -> Truth {
        match operator {
            Operator::Eq => self.equals(other),
            Operator::Ne => self.equals(other).not(),
            Operator::Lt | Operator::Le | Operator::Gt | Operator::Ge => {
                self.order(other).map_or(Truth::Unknown, |order| operator.accepts(order).into())
            }
        }
    }

    /// Whether this is true; unknown when it is absent or not a `bool`.
    #[must_use]
    pub fn holds(&self) -> Truth {
        self.equals(&Self::Bool(true))
    }

    fn equals(&self, other: &Self) -> Truth {
        match (self, other) {
            (Self::List(left), Self::List(right)) if left.len() == right.len() => left
                .iter()
                .zip(right)
                .map(|(left, right)| left.equals(right))
                .fold(Truth::True, Truth::and),
            (Self::List(_), Self::List(_)) => Truth::False,
            #[cfg(feature = "ipnetwork")]
            (Self::Network(left), Self::Network(right)) => super::Comparable::equals(left, right),
            #[cfg(feature = "json")]
            (Self::Json(left), Self::Json(right)) => super::Comparable::equals(left, right),
            _ => self.order(other).map_or(Truth::Unknown, |order| order.is_eq().into()),
        }
    }

    fn order(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Bool(left), Self::Bool(right)) => left.order(right),
            (Self::Int(left), Self::Int(right)) => left.order(right),
            (Self::Float(left), Self::Float(right)) => left.order(right),
            (Self::Int(left), Self::Float(right)) => Int(*left).order(right),
            (Self::Float(left), Self::Int(right)) => left.order(&Int(*right)),
            (Self::Text(left), Self::Text(right)) => left.as_str().order(right.as_str()),
            (Self::Uuid(left), Self::Uuid(right)) => left.order(right),
            // A user's id as text, beside one that is a UUID.
            (Self::Text(left), Self::Uuid(right)) => Some(left.as_str().cmp(&right.to_string())),
            (Self::Uuid(_), Self::Text(_)) => other.order(self).map(Ordering::reverse),
            (Self::Timestamp(left), Self::Timestamp(right)) => left.order(right),
            (Self::LocalTimestamp(left), Self::LocalTimestamp(right)) => left.order(right),
            (Self::Date(left), Self::Date(right)) => left.order(right),
            (Self::Time(left), Self::Time(right)) => left.order(right),
            (Self::Interval(left), Self::Interval(right)) => left.order(right),
            (Self::Bytes(left), Self::Bytes(right)) => left.order(right),
            (Self::Claim(claim), other) => claim_order(claim, other),
            (other, Self::Claim(claim)) => claim_order(claim, other).map(Ordering::reverse),
            #[cfg(feature = "decimal")]
            (Self::Decimal(left), Self::Decimal(right)) => left.order(right),
            #[cfg(feature = "decimal")]
            (Self::Decimal(left), Self::Int(right)) => left.order(&Int(*right)),
            #[cfg(feature = "decimal")]
            (Self::Decimal(left), Self::Float(right)) => left.order(&super::FloatLiteral(*right)),
            #[cfg(feature = "decimal")]
            (Self::Int(_) | Self::Float(_), Self::Decimal(_)) => {
                other.order(self).map(Ordering::reverse)
            }
            _ => None,
        }
    }
}

fn claim_order(claim: &ClaimValue, other: &Value) -> Option<Ordering> {
    match other {
        Value::Bool(right) => claim.order(right),
        Value::Int(right) => claim.order(&Int(*right)),
        Value::Float(right) => claim.order(right),
        Value::Text(right) => claim.order(right.as_str()),
        Value::Uuid(right) => claim.order(right),
        #[cfg(feature = "decimal")]
        Value::Decimal(right) => claim.order(right),
        _ => None,
    }
}
