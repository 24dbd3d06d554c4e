//! A claim is compared with what it holds, and with nothing else.

use uuid::Uuid;

use super::someone;
use crate::access::Truth::{False, True, Unknown};
use crate::access::predicates::{self as m, Float, Int};
use crate::access::{Auth, ClaimValue};
use crate::auth::User;
use crate::types::Id;

fn with(value: impl Into<ClaimValue>) -> Auth {
    someone().with_claim("c", value)
}

const C: [&str; 1] = ["c"];

#[test]
fn text_is_text() {
    let auth = with("moderator");
    let claim = auth.claim(&C);
    assert_eq!([m::eq(&claim, &"moderator"), m::ne(&"x", &claim)], [True, True]);
    assert_eq!([m::eq(&claim, &Int(3)), m::ne(&claim, &Int(3))], [Unknown, Unknown]);
    assert_eq!(m::eq(&claim, &true), Unknown);
    assert_eq!(m::lt(&claim, &"n".to_owned()), True);
}

#[test]
fn a_number_is_a_number() {
    let auth = with(3);
    let claim = auth.claim(&C);
    assert_eq!([m::eq(&claim, &Int(3)), m::eq(&3_i16, &claim)], [True, True]);
    assert_eq!([m::eq(&claim, &3.0), m::lt(&claim, &3.5_f32)], [True, True]);
    assert_eq!([m::eq(&claim, &Float(3.0)), m::gt(&claim, &Float(2.5))], [True, True]);
    assert_eq!([m::eq(&claim, &"3"), m::ne(&claim, &"3")], [Unknown, Unknown]);
    assert_eq!(m::eq(&with("3").claim(&C), &Int(3)), Unknown);
}

#[test]
fn numbers_are_not_rounded() {
    let auth = with(9_007_199_254_740_992.0);
    assert_eq!(m::lt(&auth.claim(&C), &9_007_199_254_740_993_i64), True);
    assert_eq!(m::gt(&with(1e300).claim(&C), &i64::MAX), True);
    assert_eq!(m::lt(&with(-1e300).claim(&C), &i64::MIN), True);
    assert_eq!(m::gt(&with(1.5).claim(&C), &Int(1)), True);
    assert_eq!(m::lt(&with(-1.5).claim(&C), &Int(-1)), True);
    assert_eq!(m::gt(&f64::NAN, &with(1).claim(&C)), True);
}

#[test]
fn what_json_has_no_word_for_is_not_there() {
    for value in [ClaimValue::Null, f64::NAN.into(), f64::INFINITY.into()] {
        let auth = with(value);
        assert_eq!(auth.claim(&C), None);
        assert_eq!(m::is_none(&auth.claim(&C)), True);
        assert_eq!(m::eq(&auth.claim(&C), &f64::NAN), Unknown);
    }
}

#[test]
fn a_uuid_is_written_the_usual_way() {
    let id = Id::<User>::new();
    let auth = with(id);
    let claim = auth.claim(&C);
    assert_eq!([m::eq(&claim, &id), m::eq(&id.uuid(), &claim)], [True, True]);
    assert_eq!(m::eq(&claim, &Uuid::nil()), False);
    let upper = with(id.to_string().to_uppercase());
    assert_eq!(m::eq(&id, &upper.claim(&C)), True);
    for text in [id.uuid().simple().to_string(), format!("{{{id}}}"), "x".repeat(36)] {
        assert_eq!(m::eq(&with(text).claim(&C), &id), Unknown);
    }
}

#[test]
fn lists_and_objects_are_there_and_equal_nothing() {
    let auth = with(vec!["a"]);
    assert_eq!(m::is_some(&auth.claim(&C)), True);
    assert_eq!(m::eq(&auth.claim(&C), &"a"), Unknown);
    assert_eq!(auth.claim(&["c", "0"]), None);
}

#[test]
fn a_claim_is_written_as_json() {
    let claim = ClaimValue::from(vec![
        ClaimValue::Null,
        ClaimValue::from(1.5),
        f64::NAN.into(),
        "\u{1}\"\\é".into(),
    ]);
    assert_eq!(claim.to_string(), "[null,1.5,null,\"\\u0001\\\"\\\\é\"]");
}

#[cfg(feature = "decimal")]
#[test]
fn a_number_meets_a_decimal_digit_by_digit() {
    let tenth = rust_decimal::Decimal::new(1, 1);
    assert_eq!(m::eq(&with(0.1).claim(&C), &tenth), True);
    assert_eq!(m::gt(&with(1).claim(&C), &tenth), True);
    assert_eq!(m::lt(&tenth, &with(0.25).claim(&C)), True);
}
