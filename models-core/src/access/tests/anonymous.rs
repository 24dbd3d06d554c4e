//! Who a policy is for.

use super::{any, compare, field, not, own, text};
use crate::access::{
    Caller, Truth, TruthSet, always_allows, can_allow, can_allow_anonymous, possible,
};
use crate::schema::{Expr, FieldCondition, Literal, Membership, ModelRef, Operand, Operator};

fn published() -> Expr {
    compare(field("status"), Operator::Eq, text("published"))
}

fn role(role: &'static str) -> Expr {
    compare(Operand::Role, Operator::Eq, text(role))
}

fn member(equals: Operand) -> Expr {
    Expr::Exists(Membership {
        model: ModelRef {
            model: "Team".into(),
            schema: "public".into(),
            table: "teams".into(),
            collection: None,
        },
        conditions: vec![FieldCondition { field: "user_id".into(), equals }].into(),
    })
}

#[test]
fn a_rule_on_the_row_alone_is_for_everyone() {
    assert!(can_allow_anonymous(&Expr::Anyone));
    assert!(can_allow_anonymous(&published()));
    assert!(can_allow_anonymous(&any([published(), own("author_id")])));
    assert!(can_allow_anonymous(&Expr::Holds(field("public"))));
    assert!(can_allow_anonymous(&Expr::Sql("true".into())));
}

#[test]
fn what_needs_a_user_is_not_for_anon() {
    let claim = Operand::Claim(vec!["role".into()].into());
    let moderator = compare(claim, Operator::Eq, text("moderator"));
    for rule in [
        own("author_id"),
        not(own("author_id")),
        moderator.clone(),
        any([moderator, own("author_id")]),
        Expr::And(vec![published(), own("author_id")].into()),
        Expr::IsSome(Operand::Email),
        member(Operand::Uid),
        Expr::Authenticated,
        role("authenticated"),
    ] {
        assert!(!can_allow_anonymous(&rule), "{rule:?}");
        assert!(can_allow(&rule, Caller::User), "{rule:?}");
    }
}

#[test]
fn what_needs_nobody_is_not_for_users() {
    for rule in [Expr::IsNone(Operand::Uid), not(Expr::Authenticated), role("anon")] {
        assert!(always_allows(&rule, Caller::Anonymous), "{rule:?}");
        assert!(!can_allow(&rule, Caller::User), "{rule:?}");
    }
}

/// No row equals an absent value, so there certainly is none.
#[test]
fn without_a_user_there_is_no_membership() {
    assert_eq!(possible(&member(Operand::Uid), Caller::Anonymous), TruthSet::only(Truth::False));
    assert!(always_allows(&not(member(Operand::Uid)), Caller::Anonymous));
    assert!(can_allow_anonymous(&member(field("owner_id"))));
}

#[test]
fn nobody_and_the_service_role_are_no_clients() {
    for caller in Caller::ALL {
        assert!(!can_allow(&Expr::Nobody, caller));
        assert!(!can_allow(&Expr::Service, caller));
        assert!(!can_allow(&role("service_role"), caller));
    }
}

#[test]
fn empty_lists_are_what_logic_says() {
    assert!(always_allows(&Expr::And(vec![].into()), Caller::User));
    assert!(!can_allow(&Expr::Or(vec![].into()), Caller::User));
    assert!(!can_allow(&Expr::In(Operand::Role, vec![].into()), Caller::User));
}

#[test]
fn literals_are_decided() {
    let truth = |holds| Expr::Holds(Operand::Literal(Literal::Bool(holds)));
    assert!(always_allows(&truth(true), Caller::Anonymous));
    assert!(!can_allow(&truth(false), Caller::Anonymous));
    let either = Expr::In(Operand::Role, vec![text("anon"), text("authenticated")].into());
    assert!(Caller::ALL.into_iter().all(|caller| always_allows(&either, caller)));
}
