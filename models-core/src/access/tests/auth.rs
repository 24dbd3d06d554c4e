//! Whoever asks.

use chrono::{DateTime, Utc};

use super::someone;
use crate::access::predicates as m;
use crate::access::{Auth, Caller, ClaimValue, Truth};
use crate::auth::User;
use crate::types::Id;

#[test]
fn nobody_has_nothing() {
    let nobody = Auth::anonymous().with_email("a@b.c").with_claim("role", "moderator");
    assert_eq!(nobody.uid(), None);
    assert_eq!(nobody.email(), None);
    assert_eq!(nobody.claim(&["role"]), None);
    assert_eq!(nobody.role(), "anon");
    assert_eq!(nobody.is_authenticated(), Truth::False);
    assert_eq!(nobody.caller(), Some(Caller::Anonymous));
    assert_eq!(Auth::default().role(), "anon");
}

#[test]
fn a_user_has_what_was_given() {
    let id = Id::<User>::new();
    let user = Auth::user(id).with_email("a@b.c").with_claim("role", "moderator");
    assert_eq!(user.uid(), Some(id));
    assert_eq!(user.email(), Some("a@b.c"));
    assert_eq!(user.claim(&["role"]), Some(&"moderator".into()));
    assert_eq!(user.role(), "authenticated");
    assert_eq!(user.is_authenticated(), Truth::True);
}

#[test]
fn only_true_allows_and_the_service_role_is_above() {
    for truth in Truth::ALL {
        assert_eq!(Auth::anonymous().allows(truth), truth == Truth::True);
        assert_eq!(someone().allows(truth), truth == Truth::True);
        assert!(Auth::service().allows(truth));
    }
    assert_eq!(Auth::service().role(), "service_role");
    assert_eq!(Auth::service().uid(), None);
    assert_eq!(Auth::service().is_authenticated(), Truth::False);
    assert!(Auth::service().is_service() && !someone().is_service());
}

#[test]
fn a_rule_reads_the_way_the_derive_writes_it() {
    let author = Id::<User>::new();
    let own = |auth: &Auth| auth.allows(m::eq(&Some(author), &auth.uid()));
    assert!(own(&Auth::user(author)));
    assert!(!own(&someone()) && !own(&Auth::anonymous()) && own(&Auth::service()));
    let others = |auth: &Auth| auth.allows(m::eq(&author, &auth.uid()).not());
    assert!(others(&someone()) && !others(&Auth::anonymous()));
    let moderator = someone().with_claim("role", "moderator").with_claim("staff", true);
    assert_eq!(m::eq(&moderator.claim(&["role"]), &"moderator"), Truth::True);
    assert_eq!(m::holds(&moderator.claim(&["staff"])), Truth::True);
    assert_eq!(m::holds(&moderator.claim(&["role"])), Truth::Unknown);
    assert_eq!(m::is_none(&moderator.claim(&["team"])), Truth::True);
    assert_eq!(m::eq(&moderator.role(), &"authenticated"), Truth::True);
}

#[test]
fn dots_part_the_names_of_a_claim() {
    let user = someone().with_claim("org.role", "owner").with_claim("org.id", 7);
    assert_eq!(user.claim(&["org", "role"]), Some(&"owner".into()));
    assert_eq!(user.claim(&["org", "id"]), Some(&ClaimValue::Int(7)));
    assert!(matches!(user.claim(&["org"]), Some(ClaimValue::Object(org)) if org.len() == 2));
    assert_eq!(user.claim(&["org", "role", "deep"]), None);
    let replaced = user.with_claim("org.role.deep", 1);
    assert_eq!(replaced.claim(&["org", "role", "deep"]), Some(&ClaimValue::Int(1)));
}

#[test]
fn the_moment_is_the_one_given() {
    let then = DateTime::<Utc>::UNIX_EPOCH;
    assert_eq!(Auth::anonymous().at(then).now(), then);
    let auth = someone();
    assert_eq!(auth.now(), auth.now(), "one moment for the whole request");
}

#[test]
fn the_token_says_who_asks() {
    let id = Id::<User>::new();
    let user = Auth::user(id).with_email("a\"b").with_claim("org.role", "owner");
    let token = format!(
        r#"{{"app_metadata":{{"org":{{"role":"owner"}}}},"email":"a\"b","role":"authenticated","sub":"{id}"}}"#
    );
    assert_eq!(user.jwt_claims(), token);
    assert_eq!(Auth::service().jwt_claims(), r#"{"role":"service_role"}"#);
}

#[test]
fn whoever_asks_can_be_sent_to_another_thread() {
    fn is_sent<T: Clone + Send + Sync>(_: &T) {}
    is_sent(&someone());
}
