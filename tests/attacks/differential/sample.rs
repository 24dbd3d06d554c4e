//! Rules at random, and those who ask.

use ::backend_models::access::{Auth, ClaimValue};
use ::backend_models::schema::{Expr, Literal, Operand, Operator, Text};
use ::backend_models::types::Id;
use models_tests::build::{compare, exists, text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::wide::{FLOATS, INTS, KINDS, LABELS, TEXTS, uuid};

/// The paths of claims.
const PATHS: &[&[&str]] = &[&["role"], &["org", "it's"], &["org"], &["0"]];

/// Nobody, or a user with claims of every type.
pub(super) fn caller() -> impl Strategy<Value = Auth> {
    let claims = vec((select(PATHS), claim_value(2)), 0..4);
    let user =
        (0..3_u8, prop::option::of(select(TEXTS)), claims).prop_map(|(id, email, claims)| {
            let auth = Auth::user(Id::from_uuid(uuid(id)));
            let auth = email.into_iter().fold(auth, Auth::with_email);
            claims
                .into_iter()
                .fold(auth, |auth, (path, value)| auth.with_claim(&path.join("."), value))
        });
    prop_oneof![1 => Just(Auth::anonymous()), 4 => user]
}

fn claim_value(depth: u32) -> BoxedStrategy<ClaimValue> {
    let id = || (0..3_u8).prop_map(|number| uuid(number).to_string());
    let leaf = prop_oneof![
        any::<bool>().prop_map(ClaimValue::Bool),
        select(INTS).prop_map(ClaimValue::Int),
        select(FLOATS).prop_map(ClaimValue::Float),
        Just(ClaimValue::Null),
        select(TEXTS).prop_map(ClaimValue::from),
        id().prop_map(ClaimValue::Text),
        id().prop_map(|id| ClaimValue::Text(id.to_uppercase())),
        id().prop_map(|id| ClaimValue::Text(id.replace('-', ""))),
        id().prop_map(|id| ClaimValue::Text(format!("{{{id}}}"))),
        id().prop_map(|id| ClaimValue::Text(format!("{id}\n"))),
    ];
    if depth == 0 {
        return leaf.boxed();
    }
    let list = vec(claim_value(depth - 1), 0..3).prop_map(ClaimValue::List);
    prop_oneof![6 => leaf, 1 => list].boxed()
}

/// A rule of which the server can be asked: `can_be_said` tells.
pub(super) fn rule(can_be_said: fn(&Expr) -> bool) -> impl Strategy<Value = Expr> {
    let leaf = leaf().prop_filter("SQL cannot say it", can_be_said);
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|parts| Expr::And(parts.into())),
            vec(inner.clone(), 0..4).prop_map(|parts| Expr::Or(parts.into())),
            inner.prop_map(|inner| Expr::Not(inner.into())),
        ]
    })
}

fn leaf() -> BoxedStrategy<Expr> {
    use Operator::{Eq, Ge, Gt, Le, Lt, Ne};
    let operator = || select(vec![Eq, Ne, Lt, Le, Gt, Ge]);
    // Mostly two values of a kind.
    let alike = (kind(), operator()).prop_flat_map(|(kind, operator)| {
        (of_kind(kind), of_kind(kind)).prop_map(move |(a, b)| compare(a, operator, b))
    });
    let one_of = kind().prop_flat_map(|kind| {
        (of_kind(kind), vec(of_kind(kind), 0..4)).prop_map(|(a, list)| Expr::In(a, list.into()))
    });
    prop_oneof![
        1 => select(vec![Expr::Anyone, Expr::Authenticated, Expr::Nobody, Expr::Service]),
        12 => alike,
        2 => (operand(), operator(), operand()).prop_map(|(a, operator, b)| compare(a, operator, b)),
        2 => operand().prop_map(Expr::IsNone),
        2 => operand().prop_map(Expr::IsSome),
        4 => one_of,
        2 => prop_oneof![of_kind("flag"), claim()].prop_map(Expr::Holds),
        5 => membership(),
    ]
    .boxed()
}

fn kind() -> impl Strategy<Value = &'static str> {
    select(KINDS).prop_map(|(kind, _)| kind)
}

fn claim() -> BoxedStrategy<Operand> {
    select(PATHS).prop_map(models_tests::build::claim).boxed()
}

fn operand() -> BoxedStrategy<Operand> {
    prop_oneof![6 => kind().prop_flat_map(of_kind), 1 => claim()].boxed()
}

/// A column of the kind, or something else that it may meet.
fn of_kind(kind: &'static str) -> BoxedStrategy<Operand> {
    let name = |name| Operand::Field(Text::Borrowed(name));
    let both = KINDS.iter().find(|(first, _)| *first == kind).unwrap();
    let column = prop_oneof![Just(name(both.0)), Just(name(both.1))];
    let literal = |it| Operand::Literal(it);
    let number =
        prop_oneof![select(INTS).prop_map(Literal::Int), select(FLOATS).prop_map(Literal::Float),];
    let other = match kind {
        "flag" => any::<bool>().prop_map(Literal::Bool).prop_map(literal).boxed(),
        "small" | "int" | "big" | "single" | "double" | "money" => {
            let numbers = select(vec!["small", "int2", "big", "single2", "double", "money2"]);
            prop_oneof![2 => number.prop_map(literal), 1 => numbers.prop_map(name)].boxed()
        }
        "text" => {
            let auth = select(vec![Operand::Role, Operand::Email]);
            prop_oneof![select(TEXTS).prop_map(text), auth].boxed()
        }
        "label" | "native" => select(LABELS).prop_map(text).boxed(),
        "owner" => Just(Operand::Uid).boxed(),
        "at" => Just(Operand::Now).boxed(),
        _ => return column.boxed(),
    };
    prop_oneof![4 => column, 2 => other, 1 => claim()].boxed()
}

/// Rows of `members`, by what they have in common with the row and the caller.
fn membership() -> BoxedStrategy<Expr> {
    let name = |name| Operand::Field(Text::Borrowed(name));
    let team = select(vec!["owner", "owner2"]).prop_map(move |it| ("team", name(it)));
    let role = prop_oneof![
        select(TEXTS).prop_map(text),
        select(vec!["text", "text2"]).prop_map(name),
        Just(Operand::Email),
        claim(),
    ];
    let level = prop_oneof![
        select(INTS).prop_map(|it| Operand::Literal(Literal::Int(it))),
        select(vec!["big", "int2", "double2", "money"]).prop_map(name),
        claim(),
    ];
    let conditions = vec(
        prop_oneof![
            team,
            select(vec![Operand::Uid, name("owner2")]).prop_map(|it| ("user_id", it)),
            role.prop_map(|it| ("role", it)),
            level.prop_map(|it| ("level", it)),
        ],
        1..4,
    );
    conditions.prop_map(membership_of).boxed()
}

fn membership_of(conditions: Vec<(&'static str, Operand)>) -> Expr {
    let Expr::Exists(mut membership) = exists("Member", "members", []) else { unreachable!() };
    membership.conditions = conditions
        .into_iter()
        .map(|(field, equals)| ::backend_models::schema::FieldCondition {
            field: field.into(),
            equals,
        })
        .collect();
    Expr::Exists(membership)
}
