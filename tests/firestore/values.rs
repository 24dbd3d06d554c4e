//! Values: what the rules take them for, and how long they are.

use models_tests::firestore::{User, fields, on_every_emulator, value};
use serde_json::Value;

use crate::put;

/// Each condition about `v`, held against a value.
fn with(value: &Value, conditions: &[(&str, bool)]) {
    on_every_emulator(|project| {
        let document = fields([("v", value.clone())]);
        project.as_owner().set("rows/1", &document).unwrap().allowed();
        for &(condition, expected) in conditions {
            let function = format!("function holds(v) {{ return {condition}; }}");
            put(project, &function, "allow get: if holds(resource.data.v);");
            let outcome = project.as_user(&User::Anonymous).get("rows/1").unwrap();
            assert_eq!(outcome.is_allowed(), expected, "{value} {condition}: {outcome:?}");
        }
    });
}

#[test]
fn a_whole_number_is_no_float_though_it_equals_one() {
    // The web client stores 2.0 as an integer.
    with(&value::int(2), &[("v is int", true), ("v is float", false), ("v is number", true)]);
    with(&value::int(2), &[("v == 2.0", true), ("v >= 1.5 && v <= 2.0", true)]);
    with(&value::double(2.0), &[("v is int", false), ("v is float", true), ("v == 2", true)]);
}

#[test]
fn a_number_without_end_times_zero_is_not_zero() {
    with(&value::double(1.5), &[("v * 0 == 0", true)]);
    for number in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
        with(&value::double(number), &[("v is number", true), ("v * 0 == 0", false)]);
    }
    with(&value::double(f64::NAN), &[("v == v", false)]);
}

#[test]
fn a_size_counts_utf_16_and_a_pattern_code_points() {
    // One character of one unit, one of two.
    let sizes = [("v.size() == 3", true), ("v.size() == 2", false)];
    let text = value::string("é😀");
    with(&text, &sizes);
    with(&text, &[("v.matches('.{2}')", true), ("v.matches('.{3}')", false)]);
}

#[test]
fn a_pattern_is_about_the_whole_string() {
    let text = value::string("a\nb1");
    with(&text, &[("v.matches('a')", false), ("v.matches('(?s)a.b1')", true)]);
    with(&text, &[("v.matches('a.b1')", false), ("v.matches('a\\\\sb\\\\d')", true)]);
}

#[test]
fn a_moment_keeps_its_microseconds() {
    let moment = value::timestamp("2026-01-02T03:04:05.678901Z");
    with(
        &moment,
        &[
            ("v is timestamp", true),
            ("v == timestamp.value(1767323045678)", false),
            ("v.nanos() == 678901000", true),
            ("v.toMillis() == 1767323045678", true),
        ],
    );
}

#[test]
fn a_list_is_bounded_by_its_size_and_its_text() {
    let list = value::array(["a", "bc"].map(value::string));
    with(
        &list,
        &[
            ("v is list", true),
            ("v.size() == 2", true),
            ("v.hasOnly(['a', 'bc', 'd'])", true),
            ("v.hasOnly(['a'])", false),
            ("v.join('').size() == 3", true),
        ],
    );
    let mixed = value::array([value::string("a"), value::int(1)]);
    with(&mixed, &[("v.hasOnly(['a'])", false), ("v.join('').size() == 2", true)]);
}

#[test]
fn emulators_do_not_agree_on_vectors() {
    // Google's has a type for them, hidane sees the map that clients send.
    on_every_emulator(|project| {
        let document = fields([("v", value::vector(&[1.0, 2.0]))]);
        project.as_owner().set("rows/1", &document).unwrap().allowed();
        let is = |kind: &str| {
            put(project, "", &format!("allow get: if resource.data.v is {kind};"));
            project.as_user(&User::Anonymous).get("rows/1").unwrap().is_allowed()
        };
        assert_ne!(is("vector"), is("map"));
    });
}
