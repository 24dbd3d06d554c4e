//! Conditions are three-valued: an error is the third value, and only truth
//! allows.

use models_tests::firestore::{User, on_every_emulator};

use crate::{holds, put};

/// Things that are errors.
const ERRORS: &[&str] = &[
    "resource.data.gone == 1",
    "resource.data.x.gone == 1",
    "request.auth.token.gone == 1",
    "resource.data.nothing.gone == 1",
    "resource.data.nothing < 1",
    "resource.data.x < 'text'",
    "resource.data.x == 1 && resource.data.gone == 1",
];

#[test]
fn an_error_is_unknown() {
    on_every_emulator(|project| {
        for error in ERRORS {
            let error = format!("({error})");
            let of_it = |condition: &str| holds(project, &condition.replace("error", &error));
            assert!(!of_it("error"), "{error}");
            assert!(!of_it("!error"), "{error}");
            assert!(of_it("error || true"), "{error}");
            assert!(of_it("true || error"), "{error}");
            assert!(!of_it("error || false"), "{error}");
            assert!(!of_it("false || error"), "{error}");
            assert!(of_it("!(error && false)"), "{error}");
            assert!(of_it("!(false && error)"), "{error}");
            assert!(!of_it("error && true"), "{error}");
            assert!(!of_it("!(error && true)"), "{error}");
            assert!(!of_it("!(true && error)"), "{error}");
        }
    });
}

#[test]
fn nobody_signed_in_is_an_error_where_a_user_is_asked_for() {
    on_every_emulator(|project| {
        let nobody = |condition: &str| {
            put(project, "", &format!("allow get: if {condition};"));
            project.as_user(&User::Anonymous).get("rows/1").unwrap().is_allowed()
        };
        for error in ["request.auth.uid == 'alice'", "request.auth.token.role == 'editor'"] {
            assert!(!nobody(error));
            assert!(!nobody(&format!("!({error})")));
            assert!(nobody(&format!("{error} || true")));
            assert!(nobody(&format!("!({error} && false)")));
        }
        assert!(nobody("request.auth == null"));
        assert!(!nobody("request.auth != null"));
    });
}

#[test]
fn null_is_a_value_and_a_missing_field_is_none() {
    on_every_emulator(|project| {
        assert!(holds(project, "resource.data.nothing == null"));
        assert!(holds(project, "resource.data.nothing != 1"));
        assert!(holds(project, "!(resource.data.nothing == 1)"));
        assert!(holds(project, "!(resource.data.nothing in [1, 2])"));
        assert!(holds(project, "'nothing' in resource.data"));
        assert!(!holds(project, "resource.data.gone == null"));
        assert!(!holds(project, "resource.data.gone != null"));
        assert!(holds(project, "!('gone' in resource.data)"));
        assert!(holds(project, "resource.data.get('gone', null) == null"));
        assert!(holds(project, "resource.data.get('gone', 2) == 2"));
        assert!(holds(project, "resource.data.get('nothing', 2) == null"));
    });
}

#[test]
fn a_value_of_another_type_is_not_equal_and_no_error() {
    on_every_emulator(|project| {
        assert!(holds(project, "resource.data.x != '1'"));
        assert!(holds(project, "!(resource.data.x == '1')"));
        assert!(holds(project, "resource.data.x == 1.0"));
        assert!(holds(project, "!(resource.data.x in ['1'])"));
    });
}
