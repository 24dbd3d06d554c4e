//! What one rule asks of a value: the same as `validate()` in Rust.

use std::fmt::Display;

use chrono::DateTime;

use super::base::Piece;
use crate::firestore::text::quote::JsonText;
use crate::firestore::typescript::Sdk;
use crate::firestore::typescript::helper::TypeScriptHelper;
use crate::schema::{
    Check, Count, DocumentForm, LengthUnit, Limit, Limits, List, Literal, RangeEnd, Type,
    ValueClass,
};
use crate::validate::{EMAIL, MAX_EMAIL_LENGTH, MAX_URL_LENGTH, URL};

/// A function that says whether a value keeps the rule; `None` where it cannot
/// be asked.
pub(super) fn of(check: &Check, kind: &Type, sdk: Sdk) -> Option<Piece> {
    Some(match check {
        Check::Length(count) => length(*count, kind, sdk),
        Check::Items(count) if kind.form() == Some(DocumentForm::Map) => {
            within("Object.keys(value).length", *count, &[])
        }
        Check::Items(count) => within("value.length", *count, &[]),
        Check::Range(limits) => range(limits, kind)?,
        Check::Pattern(pattern) => matching(pattern),
        Check::OneOf(options) => one_of(options, kind)?,
        Check::Email => form(EMAIL, MAX_EMAIL_LENGTH),
        Check::Url => form(URL, MAX_URL_LENGTH),
        Check::NotBlank => matching("[^]*[^\\t-\\r ][^]*"),
        Check::Ascii => matching("[\\x00-\\x7f]*"),
        Check::StartsWith(text) => value(&format!("value.startsWith({})", JsonText(text)), &[]),
        Check::EndsWith(text) => value(&format!("value.endsWith({})", JsonText(text)), &[]),
        Check::Contains(text) => value(&format!("value.includes({})", JsonText(text)), &[]),
        Check::MultipleOf(divisor) => value(&format!("value % {divisor} === 0"), &[]),
        Check::Finite => value("Number.isFinite(value)", &[]),
        Check::Each(_) | Check::Keys(_) | Check::Values(_) | Check::Custom(_) | Check::Nested => {
            return None;
        }
    })
}

/// A function of this body.
fn value(condition: &str, helpers: &[TypeScriptHelper]) -> Piece {
    Piece { text: format!("(value) => {condition}"), helpers: helpers.to_vec() }
}

/// Characters are code points, of which a `length` in JavaScript counts some
/// twice.
fn length(count: Count, kind: &Type, sdk: Sdk) -> Piece {
    match (kind.def().rules.length, sdk) {
        (LengthUnit::Bytes, Sdk::Web) => within("value.toUint8Array().length", count, &[]),
        (LengthUnit::Bytes, Sdk::Admin) => within("value.length", count, &[]),
        (LengthUnit::Characters | LengthUnit::None, _) => {
            within("characters(value)", count, &[TypeScriptHelper::Characters])
        }
    }
}

fn within(size: &str, Count { min, max }: Count, helpers: &[TypeScriptHelper]) -> Piece {
    let (min, max) = (min.unwrap_or(0), max.map_or("Infinity".to_owned(), |max| max.to_string()));
    let helpers: Vec<TypeScriptHelper> =
        helpers.iter().copied().chain([TypeScriptHelper::Within]).collect();
    value(&format!("within({size}, {min}, {max})"), &helpers)
}

/// The whole text.
fn matching(pattern: &str) -> Piece {
    Piece {
        text: format!("matching({})", JsonText(pattern)),
        helpers: vec![TypeScriptHelper::Matching],
    }
}

/// A pattern of texts up to a length; what matches has ASCII characters only.
fn form(pattern: &str, longest: u32) -> Piece {
    let text = format!("matching({}, {longest})", JsonText(pattern));
    Piece { text, helpers: vec![TypeScriptHelper::Matching] }
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
) -> Option<(String, Option<TypeScriptHelper>)> {
    let form = kind.form()?;
    let is_number = matches!(form, DocumentForm::Integer | DocumentForm::Double);
    let plain = |literal: &dyn Display| Some((format!("{value} ? {literal}"), None));
    match (literal, kind.def().rules.range) {
        (Literal::Int(int), _) if is_number => plain(int),
        (Literal::Float(float), _) if is_number && float.is_finite() => {
            plain(&format!("{float:?}"))
        }
        (Literal::Int(int), _) if form == DocumentForm::Decimal => {
            Some(decimal(value, &int.to_string()))
        }
        (Literal::Float(float), _) if form == DocumentForm::Decimal && float.is_finite() => {
            Some(decimal(value, &float.to_string()))
        }
        // Dates are texts that sort as the days do.
        (Literal::Text(text), RangeEnd::Day) => plain(&JsonText(text)),
        (Literal::Text(text), RangeEnd::Moment) => {
            let moment = DateTime::parse_from_rfc3339(text).ok()?;
            let (seconds, nanos) = (moment.timestamp(), moment.timestamp_subsec_nanos());
            let other = format!("{{ seconds: {seconds}, nanoseconds: {nanos} }}");
            Some((format!("compareMoments({value}, {other}) ? 0"), Some(TypeScriptHelper::Moments)))
        }
        _ => None,
    }
}

fn decimal(value: &str, other: &str) -> (String, Option<TypeScriptHelper>) {
    let text = format!("compareDecimals({value}, {}) ? 0", JsonText(other));
    (text, Some(TypeScriptHelper::Decimals))
}

fn one_of(options: &List<Literal>, kind: &Type) -> Option<Piece> {
    let options = options.iter().map(|option| match (option, kind.class()) {
        (
            Literal::Text(text),
            ValueClass::Text
            | ValueClass::UserId
            | ValueClass::DocumentId
            | ValueClass::Uuid
            | ValueClass::Label,
        ) => Some(JsonText(text).to_string()),
        (Literal::Int(int), ValueClass::Whole | ValueClass::Float) => Some(int.to_string()),
        (Literal::Float(float), ValueClass::Float) => Some(format!("{float:?}")),
        (Literal::Int(int), ValueClass::Decimal) => Some(JsonText(&int.to_string()).to_string()),
        (Literal::Float(float), ValueClass::Decimal) => {
            Some(JsonText(&float.to_string()).to_string())
        }
        (Literal::Bool(holds), ValueClass::Bool) => Some(holds.to_string()),
        _ => None,
    });
    let options: Vec<String> = options.collect::<Option<_>>()?;
    if kind.class() == ValueClass::Decimal {
        let options = options.join(", ");
        let same = format!("[{options}].some((one) => compareDecimals(value, one) === 0)");
        return Some(value(&same, &[TypeScriptHelper::Decimals]));
    }
    Some(value(&format!("[{}].includes(value)", options.join(", ")), &[]))
}
