//! Random rules, callers and rows, from few names and few values, so that
//! they meet often.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use super::text;
use crate::access::{Auth, ClaimValue, KnownRows, Row, RowLookup, Truth, Value};
use crate::schema::{
    Comparison, Expr, FieldCondition, Literal, Membership, ModelRef, Operand, Operator,
};
use crate::types::Id;

const FIELDS: [&str; 3] = ["a", "b", "c"];
const TEXTS: [&str; 5] = ["anon", "authenticated", "x", "X", ""];
const UUIDS: [Uuid; 2] = [Uuid::from_u128(1), Uuid::from_u128(2)];
const FLOATS: [f64; 6] = [0.0, -0.0, 1.0, 1.5, f64::NAN, f64::INFINITY];

/// Rows, what SQL would say of them, and whether another model's are known.
#[derive(Clone, Debug)]
pub(super) struct World {
    given: KnownRows,
    sql: Truth,
}

impl RowLookup for World {
    fn field(&self, name: &str) -> Value {
        self.given.field(name)
    }

    fn exists(&self, model: &ModelRef, wanted: &[(&str, Value)]) -> Truth {
        self.given.exists(model, wanted)
    }

    fn raw(&self, _text: &str) -> Truth {
        self.sql
    }
}

pub(super) fn truth() -> impl Strategy<Value = Truth> {
    select(&Truth::ALL[..])
}

pub(super) fn claim() -> impl Strategy<Value = ClaimValue> {
    prop_oneof![
        Just(ClaimValue::Null),
        any::<bool>().prop_map(ClaimValue::from),
        (-2_i64..3).prop_map(ClaimValue::from),
        any::<i64>().prop_map(ClaimValue::from),
        select(&FLOATS[..]).prop_map(ClaimValue::from),
        select(&TEXTS[..]).prop_map(ClaimValue::from),
        select(&UUIDS[..]).prop_map(ClaimValue::from),
        Just(ClaimValue::from(vec![1, 2])),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2_i64..3).prop_map(Value::from),
        select(&FLOATS[..]).prop_map(Value::from),
        select(&TEXTS[..]).prop_map(Value::from),
        select(&UUIDS[..]).prop_map(Value::from),
        Just(Value::from(vec!["x", "X"])),
    ]
}

fn row() -> impl Strategy<Value = Row> {
    btree_map(select(&FIELDS[..]).prop_map(str::to_owned), value(), 0..=3)
}

pub(super) fn world() -> impl Strategy<Value = World> {
    let others = proptest::option::of(vec(row(), 0..3));
    (row(), others, truth()).prop_map(|(row, others, sql)| {
        let given = others.into_iter().fold(KnownRows::row(row), |given, rows| {
            rows.into_iter()
                .fold(given.with_no_more("Team"), |given, row| given.with_row("Team", row))
        });
        World { given, sql }
    })
}

/// Nobody or a user; the service role is asked about nothing.
pub(super) fn auth() -> impl Strategy<Value = Auth> {
    let uid = proptest::option::of(select(&UUIDS[..]));
    let email = proptest::option::of(select(&TEXTS[..]));
    (uid, email, claim()).prop_map(|(uid, email, claim)| {
        let auth = uid.map_or_else(Auth::anonymous, |uid| Auth::user(Id::from_uuid(uid)));
        let auth = auth.with_claim("org.role", claim);
        match email {
            Some(email) => auth.with_email(email),
            None => auth,
        }
    })
}

fn operand() -> impl Strategy<Value = Operand> {
    prop_oneof![
        3 => select(&FIELDS[..]).prop_map(|name| Operand::Field(name.into())),
        2 => select(&TEXTS[..]).prop_map(text),
        1 => any::<bool>().prop_map(|holds| Operand::Literal(Literal::Bool(holds))),
        1 => (-2_i64..3).prop_map(|int| Operand::Literal(Literal::Int(int))),
        1 => select(&FLOATS[..4]).prop_map(|float| Operand::Literal(Literal::Float(float))),
        2 => Just(Operand::Uid),
        2 => Just(Operand::Role),
        1 => Just(Operand::Email),
        1 => Just(Operand::Claim(vec!["org".into(), "role".into()].into())),
        1 => Just(Operand::Claim(vec!["role".into()].into())),
        1 => Just(Operand::Now),
    ]
}

fn leaf() -> impl Strategy<Value = Expr> {
    use Operator::{Eq, Ge, Gt, Le, Lt, Ne};
    let operator = select(&[Eq, Ne, Lt, Le, Gt, Ge][..]);
    let condition = (select(&FIELDS[..]), operand())
        .prop_map(|(field, equals)| FieldCondition { field: field.into(), equals });
    prop_oneof![
        select(&[Expr::Anyone, Expr::Authenticated, Expr::Nobody, Expr::Service][..]),
        (operand(), operator, operand()).prop_map(|(left, operator, right)| Expr::Compare(
            Comparison { left, operator, right }
        )),
        operand().prop_map(Expr::IsNone),
        operand().prop_map(Expr::IsSome),
        operand().prop_map(Expr::Holds),
        (operand(), vec(operand(), 0..4)).prop_map(|(value, list)| Expr::In(value, list.into())),
        vec(condition, 0..3).prop_map(|conditions| Expr::Exists(Membership {
            model: ModelRef {
                model: "Team".into(),
                schema: "".into(),
                table: "".into(),
                collection: None
            },
            conditions: conditions.into(),
        })),
        Just(Expr::Sql("..".into())),
    ]
}

pub(super) fn expr() -> impl Strategy<Value = Expr> {
    leaf().prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|parts| Expr::And(parts.into())),
            vec(inner.clone(), 0..4).prop_map(|parts| Expr::Or(parts.into())),
            inner.prop_map(|inner| Expr::Not(inner.into())),
        ]
    })
}
