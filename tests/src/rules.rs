//! Access rules at random, the rows that they are asked about, and callers.

use models_core::access::{Auth, ClaimValue, Value};
use models_core::schema::{Expr, Field, Literal, Operand, Operator, Text, Type};
use models_core::types::Id;
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

use crate::build::{all_of, any_of, array, compare, exists, labels, optional, text};

/// The fields of the table that rules are about: every kind of value, each
/// absent sometimes, each under another name in the database.
pub fn fields() -> Vec<Field> {
    vec![
        optional("flag", Type::Bool).column("not"),
        optional("short", Type::I16),
        optional("large", Type::I64),
        optional("ratio", Type::F64),
        optional("name", Type::Text).column("Name \"of\" it"),
        optional("other", Type::Text),
        optional("label", labels("kind", LABELS, false)),
        optional("native", labels("native_kind", LABELS, true)),
        optional("owner", Type::Uuid),
        optional("team", Type::Uuid),
        optional("at", Type::Timestamp),
        optional("list", array(Type::Text)),
    ]
}

/// The labels of both enums.
pub const LABELS: &[&str] = &["draft", "it's", "Back\\slash"];

/// Users and teams.
pub fn uuid(number: u8) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(number))
}

/// A value of a field.
pub fn value(field: &str) -> BoxedStrategy<Value> {
    let present = match field {
        "flag" => any::<bool>().prop_map(Value::Bool).boxed(),
        "short" | "large" => (-2..3_i64).prop_map(Value::Int).boxed(),
        "ratio" => prop::sample::select(vec![-1.5, 0.0, 0.1, 2.0]).prop_map(Value::Float).boxed(),
        "name" | "other" => words().prop_map(Value::from).boxed(),
        "label" | "native" => prop::sample::select(LABELS).prop_map(Value::from).boxed(),
        "owner" | "team" => (0..3_u8).prop_map(|n| Value::Uuid(uuid(n))).boxed(),
        "at" => prop::sample::select(vec!["2001-02-03T04:05:06Z", "2101-02-03T04:05:06Z"])
            .prop_map(|at| Value::Timestamp(at.parse().expect("a moment")))
            .boxed(),
        "list" => vec(words().prop_map(Value::from), 0..2).prop_map(Value::List).boxed(),
        _ => unreachable!("no such field"),
    };
    prop_oneof![1 => Just(Value::Null), 3 => present].boxed()
}

fn words() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "a", "B", "ä", "anon", "it's", "Back\\slash", "draft"])
}

/// A caller: anyone from nobody to a user with claims of every type.
pub fn caller() -> impl Strategy<Value = Auth> {
    let claims = vec((prop::sample::select(PATHS), claim_value()), 0..4);
    let user = (0..3_u8, prop::option::of(words()), claims).prop_map(|(user, email, claims)| {
        let auth = Auth::user(Id::from_uuid(uuid(user)));
        let auth = email.into_iter().fold(auth, Auth::with_email);
        claims.into_iter().fold(auth, |auth, (path, value)| auth.with_claim(&path.join("."), value))
    });
    prop_oneof![1 => Just(Auth::anonymous()), 4 => user]
}

const PATHS: &[&[&str]] = &[&["role"], &["org", "it's"], &["org"]];

fn claim_value() -> impl Strategy<Value = ClaimValue> {
    prop_oneof![
        any::<bool>().prop_map(ClaimValue::Bool),
        (-2..3_i64).prop_map(ClaimValue::Int),
        Just(ClaimValue::Float(0.1)),
        Just(ClaimValue::Null),
        words().prop_map(ClaimValue::from),
        (0..3_u8).prop_map(|n| ClaimValue::from(uuid(n))),
        (0..3_u8).prop_map(|n| ClaimValue::Text(uuid(n).to_string().to_uppercase())),
        words().prop_map(|word| ClaimValue::List(vec![word.into()])),
    ]
}

/// A rule.
pub fn rule() -> impl Strategy<Value = Expr> {
    leaf().prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(all_of),
            vec(inner.clone(), 0..4).prop_map(any_of),
            inner.prop_map(|inner| Expr::Not(inner.into())),
        ]
    })
}

fn leaf() -> impl Strategy<Value = Expr> {
    prop_oneof![
        1 => prop::sample::select(vec![Expr::Anyone, Expr::Authenticated, Expr::Service]),
        12 => family().prop_flat_map(comparison),
        2 => operand().prop_map(Expr::IsNone),
        2 => operand().prop_map(Expr::IsSome),
        3 => family().prop_flat_map(choice),
        1 => prop_oneof![Just(Operand::Field("flag".into())), claim()].prop_map(Expr::Holds),
        3 => membership(),
    ]
}

/// Values that may be held against each other.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Family {
    Bool,
    Whole,
    Fraction,
    Text,
    Label,
    Native,
    Uuid,
    Moment,
    List,
}

fn family() -> impl Strategy<Value = Family> {
    use Family::{Bool, Fraction, Label, List, Moment, Native, Text, Uuid, Whole};
    prop::sample::select(vec![Bool, Whole, Fraction, Text, Text, Label, Native, Uuid, Moment, List])
}

fn names(family: Family) -> &'static [&'static str] {
    match family {
        Family::Bool => &["flag"],
        Family::Whole => &["short", "large"],
        Family::Fraction => &["ratio"],
        Family::Text => &["name", "other"],
        Family::Label => &["label"],
        Family::Native => &["native"],
        Family::Uuid => &["owner", "team"],
        Family::Moment => &["at"],
        Family::List => &["list"],
    }
}

fn column(family: Family) -> impl Strategy<Value = Operand> {
    prop::sample::select(names(family)).prop_map(|name| Operand::Field(Text::Borrowed(name)))
}

/// What is held against a typed operand: two numbers that are written in a
/// rule have no type in common.
fn asked(family: Family) -> BoxedStrategy<Operand> {
    match family {
        Family::Whole | Family::Fraction => column(family).boxed(),
        _ => typed(family),
    }
}

fn typed(family: Family) -> BoxedStrategy<Operand> {
    let column = column(family);
    let other = match family {
        Family::Bool => any::<bool>().prop_map(Literal::Bool).prop_map(Operand::Literal).boxed(),
        Family::Whole => (-2..3_i64).prop_map(Literal::Int).prop_map(Operand::Literal).boxed(),
        Family::Fraction => prop_oneof![
            (-2..3_i64).prop_map(Literal::Int),
            prop::sample::select(vec![-1.5, 0.1, 2.0]).prop_map(Literal::Float),
        ]
        .prop_map(Operand::Literal)
        .boxed(),
        Family::Text => {
            prop_oneof![words().prop_map(text), Just(Operand::Role), Just(Operand::Email)].boxed()
        }
        Family::Label | Family::Native => prop::sample::select(LABELS).prop_map(text).boxed(),
        Family::Uuid => Just(Operand::Uid).boxed(),
        Family::Moment => Just(Operand::Now).boxed(),
        Family::List => return column.boxed(),
    };
    prop_oneof![2 => column, 1 => other].boxed()
}

fn claim() -> impl Strategy<Value = Operand> {
    prop::sample::select(PATHS).prop_map(crate::build::claim)
}

/// Any operand.
fn operand() -> impl Strategy<Value = Operand> {
    prop_oneof![4 => family().prop_flat_map(typed), 1 => claim()]
}

/// A typed operand, or a claim where it may meet one.
fn or_claim(family: Family) -> BoxedStrategy<Operand> {
    match family {
        Family::Moment | Family::List => asked(family),
        _ => prop_oneof![3 => asked(family), 1 => claim()].boxed(),
    }
}

fn comparison(family: Family) -> impl Strategy<Value = Expr> {
    use Operator::{Eq, Ge, Gt, Le, Lt, Ne};
    let operators = match family {
        Family::Label | Family::Native | Family::List => vec![Eq, Ne],
        _ => vec![Eq, Ne, Lt, Le, Gt, Ge],
    };
    (typed(family), prop::sample::select(operators), or_claim(family), any::<bool>()).prop_map(
        |(a, operator, b, swapped)| {
            if swapped { compare(b, operator, a) } else { compare(a, operator, b) }
        },
    )
}

fn choice(family: Family) -> impl Strategy<Value = Expr> {
    (or_claim(family), vec(typed(family), 0..3))
        .prop_map(|(operand, options)| Expr::In(operand, options.into()))
}

/// Rows of another table: of a user, of a team, in a role.
fn membership() -> impl Strategy<Value = Expr> {
    let team = ("team", Operand::Field("team".into()));
    let user = ("user_id", Operand::Uid);
    let role = prop_oneof![words().prop_map(text), Just(Operand::Email), claim()];
    role.prop_flat_map(move |role| {
        let role = ("role", role);
        let (team, user) = (team.clone(), user.clone());
        prop_oneof![
            Just(exists("Member", "members", [team.clone(), user.clone()])),
            Just(exists("Member", "members", [user.clone(), role.clone(), team])),
            Just(exists("Member", "members", [user])),
            Just(exists("Member", "members", [role])),
        ]
    })
}
