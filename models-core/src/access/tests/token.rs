//! The caller that a token describes.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::sample;
use crate::access::{Auth, TokenError};

const SUB: &str = "67e55044-10b1-426f-9247-bb680e5fe0c8";

#[test]
fn a_signed_in_user() {
    let token = json!({
        "aud": "authenticated", "exp": 1, "role": "authenticated", "sub": SUB, "email": "a@b.c",
        "app_metadata": { "provider": "email", "role": "moderator", "teams": [1, null] },
        "user_metadata": { "role": "owner", "admin": true },
    });
    let auth = Auth::from_jwt_claims(token).unwrap();
    assert_eq!(auth.uid().map(|id| id.to_string()).as_deref(), Some(SUB));
    assert_eq!(auth.email(), Some("a@b.c"));
    assert_eq!(auth.claim(&["role"]), Some(&"moderator".into()));
    assert_eq!(auth.claim(&["admin"]), None, "users write that themselves");
    assert_eq!(auth.claim(&["user_metadata", "admin"]), None);
}

#[test]
fn nobody_and_the_service_role() {
    for token in [json!({}), json!({"role": "anon", "sub": SUB}), json!({"role": null})] {
        assert_eq!(Auth::from_jwt_claims(token).unwrap().role(), "anon");
    }
    let service = Auth::from_jwt_claims(json!({"role": "service_role"})).unwrap();
    assert!(service.is_service());
}

#[test]
fn a_token_that_describes_nobody_is_refused() {
    let error = |token: Value| Auth::from_jwt_claims(token).unwrap_err();
    let user = |sub: Value| json!({"role": "authenticated", "sub": sub});
    assert_eq!(error(json!([])), TokenError::NotAnObject);
    assert_eq!(error(json!({"role": "postgres"})), TokenError::Role("\"postgres\"".to_owned()));
    assert_eq!(error(json!({"role": 1})), TokenError::Role("1".to_owned()));
    assert_eq!(error(json!({"role": "authenticated"})), TokenError::NoSubject);
    assert_eq!(error(user(Value::Null)), TokenError::NoSubject);
    assert_eq!(error(user(json!("me"))), TokenError::Subject("\"me\"".to_owned()));
    assert_eq!(error(user(json!(7))).to_string(), "the token's `sub` is 7, which is not a UUID");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_token_that_was_written_is_read_back(auth in sample::auth()) {
        let token = serde_json::from_str(&auth.jwt_claims()).unwrap();
        let read = Auth::from_jwt_claims(token).unwrap();
        prop_assert_eq!(read.jwt_claims(), auth.jwt_claims());
        prop_assert_eq!(read.uid(), auth.uid());
    }
}
