//! Rules, documents and callers at random, from few values, so that they meet.

use models_core::access::{Auth, ClaimValue, Value};
use models_core::schema::{Expr, Literal, Operand, Operator, Text};
use models_core::types::Id;
use models_tests::build::{all_of, any_of, claim, compare, text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use super::world::{self, LABELS};

/// Texts that are ids, labels and names at once.
const WORDS: [&str; 8] = ["a", "B", "ä", "\u{ff5e}", "😀", "it's", "draft", "ann"];

/// Where claims are.
const CLAIMS: [&[&str]; 3] = [&["role"], &["org", "it's"], &["org"]];

fn uuids() -> impl Strategy<Value = Uuid> {
    (10..13_u128).prop_map(Uuid::from_u128)
}

/// Values that may be held against each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Family {
    Bool,
    Whole,
    Fraction,
    Text,
    Label,
    Uuid,
    Uid,
    Id,
    Moment,
    Day,
    Time,
    Length,
    Bytes,
    List,
}

pub(super) const FAMILIES: [Family; 14] = [
    Family::Bool,
    Family::Whole,
    Family::Fraction,
    Family::Text,
    Family::Label,
    Family::Uuid,
    Family::Uid,
    Family::Id,
    Family::Moment,
    Family::Day,
    Family::Time,
    Family::Length,
    Family::Bytes,
    Family::List,
];

/// A value of a field.
pub(super) fn value(family: Family) -> BoxedStrategy<Value> {
    match family {
        Family::Bool => any::<bool>().prop_map(Value::Bool).boxed(),
        Family::Whole => (-2..3_i64).prop_map(Value::Int).boxed(),
        Family::Fraction => select(&[-1.5, 0.0, 0.1, 2.0][..]).prop_map(Value::Float).boxed(),
        Family::Text | Family::Uid | Family::Id => words().prop_map(Value::from).boxed(),
        Family::Label => select(LABELS).prop_map(Value::from).boxed(),
        Family::Uuid => uuids().prop_map(Value::Uuid).boxed(),
        Family::Moment => select(&["2001-02-03T04:05:06.000001Z", "2101-02-03T04:05:06Z"][..])
            .prop_map(|it| Value::Timestamp(it.parse().unwrap()))
            .boxed(),
        Family::Day => select(&["0001-01-01", "2024-02-29", "9999-12-31"][..])
            .prop_map(|it| Value::Date(it.parse().unwrap()))
            .boxed(),
        Family::Time => select(&["00:00:00", "23:59:59", "23:59:59.000001", "23:59:59.1"][..])
            .prop_map(|it| Value::Time(it.parse().unwrap()))
            .boxed(),
        Family::Length => {
            (-1..2_i64).prop_map(|it| Value::Interval(chrono::TimeDelta::microseconds(it))).boxed()
        }
        Family::Bytes => vec(select(&[0_u8, 127, 128][..]), 0..2).prop_map(Value::Bytes).boxed(),
        Family::List => vec(words().prop_map(Value::from), 0..2).prop_map(Value::List).boxed(),
    }
}

fn words() -> impl Strategy<Value = &'static str> {
    select(&WORDS[..])
}

/// A caller: from nobody to a user with claims of every type.
pub(super) fn caller() -> impl Strategy<Value = Auth> {
    let user = prop_oneof![
        words().prop_map(Auth::signed_in),
        uuids().prop_map(|uuid| Auth::user(Id::from_uuid(uuid))),
        uuids().prop_map(|uuid| Auth::signed_in(uuid.to_string().to_uppercase())),
    ];
    let claims = vec((select(&CLAIMS[..]), claimed()), 0..4);
    let user = (user, prop::option::of(words()), claims).prop_map(|(auth, email, claims)| {
        let auth = email.into_iter().fold(auth, Auth::with_email);
        claims.into_iter().fold(auth, |auth, (path, value)| auth.with_claim(&path.join("."), value))
    });
    prop_oneof![1 => Just(Auth::anonymous()), 5 => user]
}

fn claimed() -> impl Strategy<Value = ClaimValue> {
    prop_oneof![
        any::<bool>().prop_map(ClaimValue::Bool),
        (-2..3_i64).prop_map(ClaimValue::Int),
        select(&[0.1, 2.0][..]).prop_map(ClaimValue::Float),
        Just(ClaimValue::Null),
        words().prop_map(ClaimValue::from),
        uuids().prop_map(ClaimValue::from),
        uuids().prop_map(|uuid| ClaimValue::Text(uuid.to_string().to_uppercase())),
        words().prop_map(|word| ClaimValue::List(vec![word.into()])),
    ]
}

/// A rule.
pub(super) fn rule() -> impl Strategy<Value = Expr> {
    leaf().prop_recursive(4, 16, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(all_of),
            vec(inner.clone(), 0..4).prop_map(any_of),
            inner.prop_map(|inner| Expr::Not(inner.into())),
        ]
    })
}

fn leaf() -> impl Strategy<Value = Expr> {
    prop_oneof![
        1 => select(&[Expr::Anyone, Expr::Authenticated, Expr::Service][..]),
        14 => family().prop_flat_map(comparison),
        3 => operand().prop_map(Expr::IsNone),
        3 => operand().prop_map(Expr::IsSome),
        3 => family().prop_flat_map(choice),
        1 => prop_oneof![field(Family::Bool), claims()].prop_map(Expr::Holds),
        5 => membership(),
    ]
}

fn family() -> impl Strategy<Value = Family> {
    select(&FAMILIES[..])
}

fn field(family: Family) -> impl Strategy<Value = Operand> {
    select(world::names(family)).prop_map(|name| Operand::Field(Text::Borrowed(name)))
}

fn claims() -> impl Strategy<Value = Operand> {
    select(&CLAIMS[..]).prop_map(claim)
}

/// An operand of this family that is no claim.
fn typed(family: Family) -> BoxedStrategy<Operand> {
    let literal = Operand::Literal;
    let other = match family {
        Family::Bool => any::<bool>().prop_map(Literal::Bool).prop_map(literal).boxed(),
        Family::Whole => (-2..3_i64).prop_map(Literal::Int).prop_map(literal).boxed(),
        Family::Fraction => prop_oneof![
            (-2..3_i64).prop_map(Literal::Int),
            select(&[-1.5, 0.1, 2.0][..]).prop_map(Literal::Float),
        ]
        .prop_map(literal)
        .boxed(),
        Family::Text => {
            prop_oneof![words().prop_map(text), Just(Operand::Role), Just(Operand::Email)].boxed()
        }
        Family::Label => select(LABELS).prop_map(text).boxed(),
        Family::Uuid => Just(Operand::Uid).boxed(),
        Family::Uid | Family::Id => prop_oneof![words().prop_map(text), Just(Operand::Uid)].boxed(),
        Family::Moment => Just(Operand::Now).boxed(),
        Family::Day | Family::Time | Family::Length | Family::Bytes | Family::List => {
            return field(family).boxed();
        }
    };
    prop_oneof![2 => field(family), 1 => other].boxed()
}

fn operand() -> impl Strategy<Value = Operand> {
    prop_oneof![4 => family().prop_flat_map(typed), 1 => claims()]
}

fn or_claim(family: Family) -> BoxedStrategy<Operand> {
    prop_oneof![3 => typed(family), 1 => claims()].boxed()
}

fn comparison(family: Family) -> impl Strategy<Value = Expr> {
    use Operator::{Eq, Ge, Gt, Le, Lt, Ne};
    let operator = select(&[Eq, Eq, Ne, Ne, Lt, Le, Gt, Ge][..]);
    (typed(family), operator, or_claim(family), any::<bool>()).prop_map(
        |(a, operator, b, swapped)| {
            if swapped { compare(b, operator, a) } else { compare(a, operator, b) }
        },
    )
}

fn choice(family: Family) -> impl Strategy<Value = Expr> {
    (or_claim(family), vec(typed(family), 0..4))
        .prop_map(|(operand, options)| Expr::In(operand, options.into()))
}

/// A member of a team, perhaps in a role.
fn membership() -> impl Strategy<Value = Expr> {
    let role = prop::option::of(or_claim(Family::Text));
    let level = prop::option::of(or_claim(Family::Whole));
    let code = prop::option::of(or_claim(Family::Uuid));
    (or_claim(Family::Id), or_claim(Family::Uid), role, level, code).prop_map(
        |(team, user, role, level, code)| {
            let body = [("role", role), ("level", level), ("code", code)];
            let body = body.into_iter().filter_map(|(name, value)| Some((name, value?)));
            world::is_member([("team_id", team), ("user_id", user)].into_iter().chain(body))
        },
    )
}
