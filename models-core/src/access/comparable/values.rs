//! Values that compare only with their own type: texts, bytes, times, addresses,
//! JSON and lists. Moments, dates and times of day compare to the microsecond:
//! that is what a database stores of them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};

use super::{Comparable, ordered};
use crate::access::{Operand, Truth, predicates};
use crate::types::Element;

// Both by their bytes.
ordered!(str, str, |left, right| Some(left.cmp(right)));
ordered!(Vec<u8>, Vec<u8>, |left, right| Some(left.cmp(right)));

ordered!(DateTime<Utc>, DateTime<Utc>, |left, right| {
    Some(left.timestamp_micros().cmp(&right.timestamp_micros()))
});

ordered!(NaiveDateTime, NaiveDateTime, |left, right| {
    Some(left.and_utc().timestamp_micros().cmp(&right.and_utc().timestamp_micros()))
});

ordered!(NaiveDate, NaiveDate, |left, right| Some(left.cmp(right)));

ordered!(NaiveTime, NaiveTime, |left, right| Some(time_of_day(*left).cmp(&time_of_day(*right))));

ordered!(TimeDelta, TimeDelta, |left, right| {
    Some(match (left.num_microseconds(), right.num_microseconds()) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => left.cmp(right),
    })
});

/// Seconds since midnight, and microseconds since that second.
fn time_of_day(time: NaiveTime) -> (u32, u32) {
    (time.num_seconds_from_midnight(), time.nanosecond() / 1_000)
}

/// The same address with the same prefix length.
#[cfg(feature = "ipnetwork")]
#[diagnostic::do_not_recommend]
impl Comparable<ipnetwork::IpNetwork> for ipnetwork::IpNetwork {
    fn equals(&self, rhs: &ipnetwork::IpNetwork) -> Truth {
        (self == rhs).into()
    }
}

/// What a rule reads of an element.
type Read<T> = <T as Operand>::Value;

#[diagnostic::do_not_recommend]
impl<T> Comparable<Vec<T>> for Vec<T>
where
    T: Element + Operand,
    Read<T>: Comparable<Read<T>>,
{
    fn equals(&self, rhs: &Vec<T>) -> Truth {
        if self.len() != rhs.len() {
            return Truth::False;
        }
        self.iter()
            .zip(rhs)
            .map(|(left, right)| predicates::eq(left, right))
            .fold(Truth::True, Truth::and)
    }
}

/// As PostgreSQL's `jsonb` compares it: numbers by their value, so that 1
/// is 1.0.
#[cfg(feature = "json")]
mod json {
    use serde_json::{Number, Value};

    use crate::access::Comparable;
    use crate::access::Truth;
    use crate::access::comparable::int_float_order;

    #[diagnostic::do_not_recommend]
    impl Comparable<Value> for Value {
        fn equals(&self, rhs: &Value) -> Truth {
            same(self, rhs).into()
        }
    }

    fn same(left: &Value, right: &Value) -> bool {
        match (left, right) {
            (Value::Number(left), Value::Number(right)) => same_number(left, right),
            (Value::Array(left), Value::Array(right)) => {
                left.len() == right.len() && left.iter().zip(right).all(|(a, b)| same(a, b))
            }
            (Value::Object(left), Value::Object(right)) => {
                left.len() == right.len()
                    && left.iter().all(|(key, a)| right.get(key).is_some_and(|b| same(a, b)))
            }
            _ => left == right,
        }
    }

    fn same_number(left: &Number, right: &Number) -> bool {
        match (left.as_i64(), right.as_i64()) {
            (Some(left), Some(right)) => left == right,
            (Some(int), None) => right.as_f64().is_some_and(|f| int_float_order(int, f).is_eq()),
            (None, Some(_)) => same_number(right, left),
            (None, None) => left == right || left.as_f64() == right.as_f64(),
        }
    }
}
