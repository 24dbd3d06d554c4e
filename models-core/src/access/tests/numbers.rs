//! Numbers as PostgreSQL compares them.

use crate::access::Truth::{False, True, Unknown};
use crate::access::predicates::{self as m, Float, Int};

#[test]
fn nan_equals_itself_and_is_above_all() {
    let nan = f64::NAN;
    assert_eq!([m::eq(&nan, &nan), m::ne(&nan, &nan), m::le(&nan, &nan)], [True, False, True]);
    assert_eq!([m::gt(&nan, &f64::INFINITY), m::lt(&nan, &Int(0))], [True, False]);
    assert_eq!([m::eq(&f32::NAN, &nan), m::lt(&1.0_f32, &f32::NAN)], [True, True]);
    assert_eq!(m::eq(&0.0, &-0.0), True);
}

#[test]
fn a_narrow_float_is_widened() {
    assert_eq!(m::eq(&0.1_f32, &Float(0.1)), False);
    assert_eq!(m::eq(&0.5_f32, &Float(0.5)), True);
    assert_eq!(m::eq(&0.1_f32, &0.1_f32), True);
}

#[test]
fn whole_numbers_meet_in_any_size() {
    assert_eq!(m::lt(&3_i16, &70_000_i32), True);
    assert_eq!(m::eq(&i64::from(i32::MAX), &i32::MAX), True);
    assert_eq!(m::ge(&Int(3), &3_i16), True);
    assert_eq!(m::lt(&Int(2), &Some(3)), True);
    assert_eq!(m::lt(&2.5, &Int(3)), True);
}

#[test]
fn a_missing_value_is_unknown() {
    let missing = None::<i32>;
    for truth in [
        m::eq(&missing, &missing),
        m::ne(&missing, &Int(1)),
        m::lt(&Int(1), &missing),
        m::ge(&missing, &missing),
        m::holds(&None::<bool>),
    ] {
        assert_eq!(truth, Unknown);
    }
    assert_eq!([m::is_none(&missing), m::is_some(&missing)], [True, False]);
    assert_eq!([m::is_none(&Some(1)), m::is_some(&1)], [False, True]);
}

#[test]
fn text_is_ordered_by_its_bytes() {
    assert_eq!(m::lt(&"Z".to_owned(), &"a"), True);
    assert_eq!(m::lt(&"z", &"ä".to_owned()), True);
    assert_eq!(m::lt(&vec![1_u8], &vec![1_u8, 0]), True);
}

#[test]
fn lists_are_the_same_value_by_value() {
    let list = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(m::eq(&list(&["a", "b"]), &list(&["a", "b"])), True);
    assert_eq!(m::eq(&list(&["a", "b"]), &list(&["b", "a"])), False);
    assert_eq!(m::ne(&list(&["a"]), &list(&["a", "b"])), True);
}

#[test]
fn moments_meet_at_the_microsecond() {
    let moment = chrono::DateTime::from_timestamp_nanos(1_000);
    let later = chrono::DateTime::from_timestamp_nanos(1_999);
    assert_eq!([m::eq(&moment, &later), m::lt(&moment, &later)], [True, False]);
}

#[test]
fn immutable_columns_are_compared_as_they_are() {
    assert!(m::same(&None::<i32>, &None));
    assert!(!m::same(&Some(1), &None));
}

#[cfg(feature = "decimal")]
#[test]
fn decimals_are_exact() {
    use rust_decimal::Decimal;
    let tenth = Decimal::new(1, 1);
    assert_eq!(m::eq(&tenth, &Float(0.1)), True);
    assert_eq!(m::eq(&Decimal::new(10, 1), &Int(1)), True);
    assert_eq!(m::lt(&Decimal::MAX, &Float(1e300)), True);
    assert_eq!(m::gt(&Decimal::MIN, &Float(-1e300)), True);
    // More digits than a decimal has: equal to none.
    let least = Decimal::new(1, 28);
    assert_eq!(m::lt(&Decimal::ZERO, &Float(5e-324)), True);
    assert_eq!(m::gt(&Decimal::ZERO, &Float(-5e-324)), True);
    assert_eq!(m::lt(&least, &Float(1.5e-28)), True);
    assert_eq!(m::gt(&-least, &Float(-1.5e-28)), True);
    assert_eq!(m::gt(&Decimal::new(2, 28), &Float(1.5e-28)), True);
    assert_eq!(m::lt(&Decimal::ONE, &Float(f64::NAN)), True);
}

#[cfg(feature = "json")]
#[test]
fn json_numbers_are_what_they_are_worth() {
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let same = |a: &str, b: &str| m::eq(&json(a), &json(b));
    assert_eq!(same(r#"{"a":[1, 2.0]}"#, r#"{"a":[1.0, 2]}"#), True);
    assert_eq!(same("[1]", "[1, 1]"), False);
    assert_eq!(same("9007199254740993", "9007199254740992.0"), False);
    assert_eq!(same("null", "null"), True, "a JSON null is a value");
}
