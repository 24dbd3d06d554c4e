//! JSON, as PostgreSQL's `jsonb` compares it: numbers by what they are worth,
//! so that 1 is 1.0.
#![cfg(feature = "json")]

use serde_json::{Number, Value};

use super::{Comparable, int_float_order};
use crate::access::Truth;

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
