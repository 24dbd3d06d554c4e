//! What one rule asks of a value: the same as `validate()` in Rust.

use std::fmt::Display;

use chrono::DateTime;

use super::base::Piece;
use crate::firestore::text::quote::Quoted;
use crate::firestore::typescript::Sdk;
use crate::firestore::typescript::helper::Helper;
use crate::schema::{Check, Count, Limit, Limits, List, Literal, Type};
use crate::validate::{EMAIL, LONGEST_EMAIL, LONGEST_URL, URL};

/// A function that says whether a value keeps the rule; `None` where it cannot
/// be asked.
pub(super) fn of(check: &Check, kind: &Type, sdk: Sdk) -> Option<Piece> {
    Some(match check {
        Check::Length(count) => length(*count, kind, sdk),
        Check::Items(count) if matches!(kind, Type::Map(_)) => {
            within("Object.keys(value).length", *count, &[])
        }
        Check::Items(count) => within("value.length", *count, &[]),
        Check::Range(limits) => range(limits, kind)?,
        Check::Pattern(pattern) => matching(pattern),
        Check::OneOf(options) => one_of(options, kind)?,
        Check::Email => form(EMAIL, LONGEST_EMAIL),
        Check::Url => form(URL, LONGEST_URL),
        Check::NotBlank => matching("[^]*[^\\t-\\r ][^]*"),
        Check::Ascii => matching("[\\x00-\\x7f]*"),
        Check::StartsWith(text) => value(&format!("value.startsWith({})", Quoted(text)), &[]),
        Check::EndsWith(text) => value(&format!("value.endsWith({})", Quoted(text)), &[]),
        Check::Contains(text) => value(&format!("value.includes({})", Quoted(text)), &[]),
        Check::MultipleOf(divisor) => value(&format!("value % {divisor} === 0"), &[]),
        Check::Finite => value("Number.isFinite(value)", &[]),
        Check::Each(_) | Check::Keys(_) | Check::Values(_) | Check::Custom(_) | Check::Nested => {
            return None;
        }
    })
}

/// A function of this body.
fn value(condition: &str, helpers: &[Helper]) -> Piece {
    Piece { text: format!("(value) => {condition}"), helpers: helpers.to_vec() }
}

/// Characters are code points, of which a `length` in JavaScript counts some
/// twice.
fn length(count: Count, kind: &Type, sdk: Sdk) -> Piece {
    match (kind, sdk) {
        (Type::Bytes, Sdk::Web) => within("value.toUint8Array().length", count, &[]),
        (Type::Bytes, Sdk::Admin) => within("value.length", count, &[]),
        _ => within("characters(value)", count, &[Helper::Characters]),
    }
}

fn within(size: &str, Count { min, max }: Count, helpers: &[Helper]) -> Piece {
    let (min, max) = (min.unwrap_or(0), max.map_or("Infinity".to_owned(), |max| max.to_string()));
    let helpers: Vec<Helper> = helpers.iter().copied().chain([Helper::Within]).collect();
    value(&format!("within({size}, {min}, {max})"), &helpers)
}

/// The whole text.
fn matching(pattern: &str) -> Piece {
    Piece { text: format!("matching({})", Quoted(pattern)), helpers: vec![Helper::Matching] }
}

/// A pattern of texts up to a length; what matches has ASCII characters only.
fn form(pattern: &str, longest: u32) -> Piece {
    let text = format!("matching({}, {longest})", Quoted(pattern));
    Piece { text, helpers: vec![Helper::Matching] }
}

fn range(limits: &Limits, kind: &Type) -> Option<Piece> {
    let mut helpers = Vec::new();
    let mut end = |limit: &Limit, closed: &str, open: &str| {
        let sign = if limit.excluded { open } else { closed };
        let (text, helper) = beside("value", &limit.value, kind)?;
        helpers.extend(helper);
        Some(text.replacen(" ? ", &format!(" {sign} "), 1))
    };
    let mut ends = Vec::new();
    if let Some(min) = &limits.min {
        ends.push(end(min, ">=", ">")?);
    }
    if let Some(max) = &limits.max {
        ends.push(end(max, "<=", "<")?);
    }
    Some(value(&ends.join(" && "), &helpers))
}

/// A value beside a literal, with `?` for the sign between them.
pub(super) fn beside(
    value: &str,
    literal: &Literal,
    kind: &Type,
) -> Option<(String, Option<Helper>)> {
    let is_number =
        matches!(kind, Type::I16 | Type::I32 | Type::I64 | Type::F32 | Type::F64 | Type::Interval);
    let plain = |literal: &dyn Display| Some((format!("{value} ? {literal}"), None));
    match (literal, kind) {
        (Literal::Int(int), _) if is_number => plain(int),
        (Literal::Float(float), _) if is_number && float.is_finite() => {
            plain(&format!("{float:?}"))
        }
        (Literal::Int(int), Type::Decimal) => Some(decimal(value, &int.to_string())),
        (Literal::Float(float), Type::Decimal) if float.is_finite() => {
            Some(decimal(value, &float.to_string()))
        }
        // Dates are texts that sort as the days do.
        (Literal::Text(text), Type::Date) => plain(&Quoted(text)),
        (Literal::Text(text), Type::Timestamp) => {
            let moment = DateTime::parse_from_rfc3339(text).ok()?;
            let (seconds, nanos) = (moment.timestamp(), moment.timestamp_subsec_nanos());
            let other = format!("{{ seconds: {seconds}, nanoseconds: {nanos} }}");
            Some((format!("compareMoments({value}, {other}) ? 0"), Some(Helper::Moments)))
        }
        _ => None,
    }
}

fn decimal(value: &str, other: &str) -> (String, Option<Helper>) {
    let text = format!("compareDecimals({value}, {}) ? 0", Quoted(other));
    (text, Some(Helper::Decimals))
}

fn one_of(options: &List<Literal>, kind: &Type) -> Option<Piece> {
    let options = options.iter().map(|option| match (option, kind) {
        (
            Literal::Text(text),
            Type::Text | Type::Uid | Type::DocumentId | Type::Uuid | Type::Enum(_),
        ) => Some(Quoted(text).to_string()),
        (Literal::Int(int), Type::I16 | Type::I32 | Type::I64 | Type::F32 | Type::F64) => {
            Some(int.to_string())
        }
        (Literal::Float(float), Type::F32 | Type::F64) => Some(format!("{float:?}")),
        (Literal::Int(int), Type::Decimal) => Some(Quoted(&int.to_string()).to_string()),
        (Literal::Float(float), Type::Decimal) => Some(Quoted(&float.to_string()).to_string()),
        (Literal::Bool(holds), Type::Bool) => Some(holds.to_string()),
        _ => None,
    });
    let options: Vec<String> = options.collect::<Option<_>>()?;
    if *kind == Type::Decimal {
        let options = options.join(", ");
        let same = format!("[{options}].some((one) => compareDecimals(value, one) === 0)");
        return Some(value(&same, &[Helper::Decimals]));
    }
    Some(value(&format!("[{}].includes(value)", options.join(", ")), &[]))
}
