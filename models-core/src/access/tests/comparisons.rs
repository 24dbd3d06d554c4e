//! The table of `schema` and the traits say the same: for each pair of values
//! that a rule may name, rustc lets them compare exactly where the table does.

#![cfg(all(feature = "json", feature = "decimal", feature = "ipnetwork"))]

use std::collections::BTreeMap;
use std::marker::PhantomData;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::access::{ClaimValue, Comparable, FloatLiteral, IntLiteral, Operand, Ordered, Subject};
use crate::auth::User;
use crate::schema::{Comparability, Comparand, EnumType, List, Literal, Operator, Text, Type};
use crate::types::{DocId, DocRef, FieldType, GeoPoint, Id, Uid, Vector};

/// What a rule reads of a field.
type Read<T> = <T as Operand>::Value;

/// What the table takes a field for.
fn field<T: FieldType>() -> Comparand<'static> {
    Comparand::of_type(T::INFO.kind)
}

struct Mood;

impl Mood {
    #[expect(clippy::unused_self, reason = "as the derive writes it")]
    const fn __model_label(&self) -> &'static str {
        "good"
    }
}

crate::__operand_enum!(Mood);

fn mood() -> Comparand<'static> {
    static MOOD: Type = Type::Enum(EnumType::new(
        Text::Borrowed("mood"),
        List::Borrowed(&[Text::Borrowed("good")]),
        false,
    ));
    Comparand::of_type(&MOOD)
}

const INT: &Literal = &Literal::Int(1);
const FLOAT: &Literal = &Literal::Float(0.5);

/// Two types. A method of `Pair` itself is found before one of a reference to
/// it, so the answer is `true` where the bound holds.
struct Pair<L: ?Sized, R: ?Sized>(PhantomData<L>, PhantomData<R>);

trait Compares {
    fn comparable(&self) -> bool {
        true
    }
}

impl<L: Comparable<R> + ?Sized, R: ?Sized> Compares for Pair<L, R> {}

trait ComparesNot {
    fn comparable(&self) -> bool {
        false
    }
}

impl<L: ?Sized, R: ?Sized> ComparesNot for &Pair<L, R> {}

trait Orders {
    fn ordered(&self) -> bool {
        true
    }
}

impl<L: Ordered<R> + ?Sized, R: ?Sized> Orders for Pair<L, R> {}

trait OrdersNot {
    fn ordered(&self) -> bool {
        false
    }
}

impl<L: ?Sized, R: ?Sized> OrdersNot for &Pair<L, R> {}

macro_rules! judged {
    ($left:ty, $right:ty) => {{
        let pair = &Pair::<$left, $right>(PhantomData, PhantomData);
        match (pair.comparable(), pair.ordered()) {
            (_, true) => Comparability::Order,
            (true, false) => Comparability::Equality,
            (false, false) => Comparability::None,
        }
    }};
}

macro_rules! row {
    ($left:ty, [$($right:ty),+]) => {
        vec![$(judged!($left, $right)),+]
    };
}

macro_rules! rows {
    ([$($left:ty),+], $rights:tt) => {
        vec![$(row!($left, $rights)),+]
    };
}

/// Each value: its type in Rust, and what the table takes it for; and what
/// rustc says of each pair, from either side.
macro_rules! values {
    ($($rust:ty => $comparand:expr,)+) => {
        fn values() -> Vec<(&'static str, Comparand<'static>)> {
            vec![$((stringify!($rust), $comparand)),+]
        }

        fn judgements() -> Vec<Vec<Comparability>> {
            rows!([$($rust),+], [$($rust),+])
        }
    };
}

values! {
    bool => field::<bool>(),
    i16 => field::<i16>(),
    i32 => field::<i32>(),
    i64 => field::<i64>(),
    f32 => field::<f32>(),
    f64 => field::<f64>(),
    rust_decimal::Decimal => field::<rust_decimal::Decimal>(),
    IntLiteral => Comparand::Number(INT),
    FloatLiteral => Comparand::Number(FLOAT),
    Read<String> => field::<String>(),
    Mood => mood(),
    Uuid => field::<Uuid>(),
    Id<User> => field::<Id<User>>(),
    Subject => Comparand::Caller,
    Uid => field::<Uid>(),
    DocId<User> => field::<DocId<User>>(),
    ClaimValue => Comparand::Claim,
    DateTime<Utc> => field::<DateTime<Utc>>(),
    NaiveDateTime => field::<NaiveDateTime>(),
    NaiveDate => field::<NaiveDate>(),
    NaiveTime => field::<NaiveTime>(),
    TimeDelta => field::<TimeDelta>(),
    Vec<u8> => field::<Vec<u8>>(),
    ipnetwork::IpNetwork => field::<ipnetwork::IpNetwork>(),
    serde_json::Value => field::<serde_json::Value>(),
    DocRef<User> => field::<DocRef<User>>(),
    GeoPoint => field::<GeoPoint>(),
    Vector<3> => field::<Vector<3>>(),
    BTreeMap<String, i32> => field::<BTreeMap<String, i32>>(),
    Vec<i32> => field::<Vec<i32>>(),
    Vec<f32> => field::<Vec<f32>>(),
    Vec<String> => field::<Vec<String>>(),
    Vec<GeoPoint> => field::<Vec<GeoPoint>>(),
}

#[test]
fn the_table_says_what_rustc_says() {
    let values = values();
    for ((left, one), row) in values.iter().zip(judgements()) {
        for ((right, other), judged) in values.iter().zip(row) {
            assert_eq!(one.compared_with(*other), judged, "{left} beside {right}");
        }
    }
}

/// The pairs are not all alike, so that the test above can fail.
#[test]
fn rustc_is_asked() {
    assert_eq!(judged!(i16, i64), Comparability::Order);
    assert_eq!(judged!(i16, f64), Comparability::None);
    assert_eq!(judged!(Vec<i32>, Vec<i32>), Comparability::Equality);
}

/// What has no type of its own in Rust: the role is a text, a text that is
/// written is one or is a variant of the enum beside it.
#[test]
fn what_is_text_compares_as_text() {
    for (name, other) in values() {
        let text = Comparand::Text.compared_with(other);
        assert_eq!(Comparand::Role.compared_with(other), text, "{name}");
        let variant = if other == mood() { mood().compared_with(other) } else { text };
        assert_eq!(Comparand::Written("good").compared_with(other), variant, "{name}");
        assert_eq!(other.compares(Operator::Ne, Comparand::Text), text != Comparability::None);
    }
}
