//! Values: few and alike, so that they meet, and those at the limits of the
//! rules of their field.

use ::backend_models::access::Value;
use ::backend_models::schema::{Check, Count, Field, Limit, Literal, Type, ValueRule};
use uuid::Uuid;

use super::dice::Dice;
use super::patterns;

/// Texts that are ids, labels and names at once, and differ in their order.
pub(crate) const TEXTS: [&str; 10] =
    ["", "a", "B", "ä", "\u{ff5e}", "😀", "it's", "draft", "Back\\slash", "e\u{301}"];

/// Labels of the enums.
pub(crate) const LABELS: [&str; 4] = ["draft", "it's", "Back\\slash", "é😀"];

/// Characters of one byte to four, and some that are easily lost.
const LETTERS: [&str; 8] = ["a", "é", "漢", "🦀", "\u{301}", "\n", " ", "_"];

/// Callers, and whatever else is counted.
pub(crate) fn uuid(number: usize) -> Uuid {
    Uuid::from_u128(0xa190_0000_0000_4000_8000_0000_0000_0000 + number as u128)
}

/// A value of a field: any, or one that its rules are about.
pub(crate) fn any(dice: &mut Dice, field: &Field) -> Value {
    if !field.rules.is_empty() && !dice.once_in(3) {
        let rule = dice.pick(&field.rules);
        return beside(dice, &rule.check, field);
    }
    plain(dice, &field.kind)
}

fn plain(dice: &mut Dice, kind: &Type) -> Value {
    let parsed = |text: &str| text.parse().unwrap();
    match kind {
        Type::Bool => Value::Bool(dice.once_in(2)),
        Type::I16 => Value::Int(dice.pick(&[-2, -1, 0, 1, 2, 32_767, -32_768])),
        Type::I32 => Value::Int(dice.pick(&[-2, -1, 0, 1, 2, 2_147_483_647, -2_147_483_648])),
        Type::I64 => {
            let exact = 1 << 53;
            Value::Int(dice.pick(&[-2, -1, 0, 1, 2, exact, exact + 1, i64::MAX, i64::MIN]))
        }
        Type::F32 => Value::Float(dice.pick(&[-1.5, -0.0, 0.0, 0.5, 2.0])),
        Type::F64 => Value::Float(dice.pick(&[-1.5, -0.0, 0.0, 0.1, 2.0, 1e300, 5e-324])),
        Type::Text | Type::Uid if dice.once_in(4) => Value::Text(uuid(dice.roll(4)).to_string()),
        Type::Text | Type::Uid => Value::from(dice.pick(&TEXTS)),
        Type::Enum(of) => Value::Text(dice.pick(&of.labels).into_owned()),
        Type::Uuid => Value::Uuid(uuid(dice.roll(4))),
        Type::Timestamp => {
            let moments = ["2001-02-03T04:05:06.000001Z", "2101-02-03T04:05:06Z"];
            Value::Timestamp(parsed_moment(dice.pick(&moments)))
        }
        Type::Date => {
            Value::Date(dice.pick(&["0001-01-01", "2024-02-29", "9999-12-31"]).parse().unwrap())
        }
        Type::Time => {
            let times = ["00:00:00", "23:59:59", "23:59:59.000001", "23:59:59.1"];
            Value::Time(dice.pick(&times).parse().unwrap())
        }
        Type::Interval => {
            let micros = dice.pick(&[-1, 0, 1, 86_400_000_000]);
            Value::Interval(chrono::TimeDelta::microseconds(micros))
        }
        Type::Bytes => Value::Bytes(dice.pick(&[vec![], vec![0], vec![127, 128], vec![255]])),
        Type::Decimal => {
            Value::Decimal(parsed(dice.pick(&["0.00", "1.50", "-1.00", "99999999.99"])))
        }
        Type::Array(of) => Value::List((0..dice.roll(4)).map(|_| plain(dice, of)).collect()),
        other => unreachable!("no field holds {other:?}"),
    }
}

fn parsed_moment(text: &str) -> chrono::DateTime<chrono::Utc> {
    text.parse().unwrap()
}

/// A number around the ends of a count.
fn around(dice: &mut Dice, Count { min, max }: Count) -> usize {
    let ends = min.into_iter().chain(max);
    let near = ends.flat_map(|end| [end.saturating_sub(1), end, end, end + 1]);
    dice.pick(&near.chain([0]).collect::<Vec<_>>()) as usize
}

/// A value at the limit that a rule draws, on this side of it or on the other.
fn beside(dice: &mut Dice, check: &Check, field: &Field) -> Value {
    let kind = &field.kind;
    match (check, kind) {
        (Check::Length(count), Type::Bytes) => Value::Bytes(vec![200; around(dice, *count)]),
        (Check::Length(count), _) => {
            let letter = dice.pick(&LETTERS);
            Value::Text(letter.repeat(around(dice, *count)))
        }
        (Check::Items(count), Type::Array(of)) => {
            Value::List((0..around(dice, *count)).map(|_| of_list(dice, field, of)).collect())
        }
        (Check::Each(_), Type::Array(of)) => {
            Value::List((0..dice.roll(4)).map(|_| of_list(dice, field, of)).collect())
        }
        (Check::Range(limits), _) => {
            let ends: Vec<&Limit> = limits.min.iter().chain(&limits.max).collect();
            let end = dice.pick(&ends).value.clone();
            beside_end(dice, &end, kind)
        }
        (Check::OneOf(options), _) if !dice.once_in(3) => match (&dice.pick(options), kind) {
            (Literal::Int(int), Type::F64) => Value::Float(f64::from(i32::try_from(*int).unwrap())),
            (option, _) => Value::from(option),
        },
        (Check::MultipleOf(divisor), _) => {
            Value::Int(divisor * (dice.roll(5) as i64 - 2) + dice.roll(2) as i64)
        }
        (Check::Finite, _) => {
            Value::Float(dice.pick(&[f64::NAN, f64::INFINITY, -f64::INFINITY, 1.0]))
        }
        (check, Type::Text | Type::Uid) => Value::Text(patterns::beside(dice, check)),
        _ => plain(dice, kind),
    }
}

/// An item that the rules for items are about, where there are some.
fn of_list(dice: &mut Dice, field: &Field, of: &Type) -> Value {
    let rules: Vec<ValueRule> = field
        .rules
        .iter()
        .filter_map(
            |rule| if let Check::Each(rules) = &rule.check { Some(rules.to_vec()) } else { None },
        )
        .flatten()
        .collect();
    let item = Field { rules: rules.into(), ..Field::new("item", of.clone(), false) };
    any(dice, &item)
}

fn beside_end(dice: &mut Dice, end: &Literal, kind: &Type) -> Value {
    let step = dice.roll(3) as i64 - 1;
    match (end, kind) {
        (Literal::Int(int), Type::F64) => Value::Float(*int as f64 + dice.pick(&[-0.5, 0.0, 0.25])),
        (Literal::Int(int), _) => Value::Int(int + step),
        (Literal::Float(float), _) => Value::Float(float + dice.pick(&[-1e-9, 0.0, 1e-9])),
        (Literal::Text(day), Type::Date) => {
            let day: chrono::NaiveDate = day.parse().unwrap();
            Value::Date(day + chrono::TimeDelta::days(step))
        }
        other => unreachable!("no range ends at {other:?}"),
    }
}
