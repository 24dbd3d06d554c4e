//! Broken rules as sentences.

use std::borrow::Cow;
use std::fmt::{self, Write};

use crate::schema::{Check, Count, Limit, Limits, Literal, ModelRule, ValueRule};

/// The sentence for a broken rule about several fields.
pub(crate) fn of_relation(rule: &ModelRule) -> &str {
    rule.message.as_deref().unwrap_or("the values do not fit together")
}

/// The sentence for a broken rule of a field.
pub(crate) fn of_value(rule: &ValueRule) -> Cow<'_, str> {
    match &rule.message {
        Some(message) => Cow::Borrowed(message),
        None => written(|text| write_check(text, &rule.check)).into(),
    }
}

/// Writes the same sentence.
pub(super) fn write_value(w: &mut impl Write, rule: &ValueRule) -> fmt::Result {
    match &rule.message {
        Some(message) => w.write_str(message),
        None => write_check(w, &rule.check),
    }
}

/// The least and the most that a check allows.
pub(super) fn limits(check: &Check) -> (Option<Literal>, Option<Literal>) {
    match check {
        Check::Length(count) | Check::Items(count) => {
            let number = |number: Option<u32>| number.map(|number| Literal::Int(number.into()));
            (number(count.min), number(count.max))
        }
        Check::Range(limits) => {
            let value = |limit: &Option<Limit>| limit.as_ref().map(|limit| limit.value.clone());
            (value(&limits.min), value(&limits.max))
        }
        _ => (None, None),
    }
}

/// What else a check expects.
pub(super) fn expected(check: &Check) -> Option<Cow<'_, str>> {
    match check {
        Check::Pattern(text)
        | Check::StartsWith(text)
        | Check::EndsWith(text)
        | Check::Contains(text) => Some(Cow::Borrowed(text)),
        Check::OneOf(values) => Some(written(|text| write_list(text, values)).into()),
        Check::MultipleOf(number) => Some(number.to_string().into()),
        _ => None,
    }
}

fn written(write: impl FnOnce(&mut String) -> fmt::Result) -> String {
    let mut text = String::with_capacity(64);
    // Writing into a `String` cannot fail.
    let _ = write(&mut text);
    text
}

fn write_check(w: &mut impl Write, check: &Check) -> fmt::Result {
    match check {
        Check::Length(count) => write_count(w, *count, "characters"),
        Check::Items(count) => write_count(w, *count, "entries"),
        Check::Range(limits) => write_limits(w, limits),
        Check::Pattern(pattern) => write!(w, "must match `{pattern}`"),
        Check::OneOf(values) => {
            w.write_str("must be one of ")?;
            write_list(w, values)
        }
        Check::Email => w.write_str("must be an email address"),
        Check::Url => w.write_str("must be an address of the web"),
        Check::NotBlank => w.write_str("must not be blank"),
        Check::Ascii => w.write_str("must have ASCII characters only"),
        Check::StartsWith(text) => write!(w, "must begin with `{text}`"),
        Check::EndsWith(text) => write!(w, "must end with `{text}`"),
        Check::Contains(text) => write!(w, "must contain `{text}`"),
        Check::MultipleOf(number) => write!(w, "must be a multiple of {number}"),
        Check::Finite => w.write_str("must be a finite number"),
        Check::Each(_) => w.write_str("has an item that is not valid"),
        Check::Keys(_) => w.write_str("has a key that is not valid"),
        Check::Values(_) => w.write_str("has a value that is not valid"),
        Check::Custom(_) | Check::Nested => w.write_str("is not valid"),
    }
}

fn write_count(w: &mut impl Write, count: Count, unit: &str) -> fmt::Result {
    w.write_str("must have ")?;
    match (count.min, count.max) {
        (Some(min), Some(max)) if min == max => write!(w, "{min}"),
        (Some(min), Some(max)) => write!(w, "{min} to {max}"),
        (Some(min), None) => write!(w, "at least {min}"),
        (None, Some(max)) => write!(w, "at most {max}"),
        (None, None) => w.write_str("any number of"),
    }?;
    write!(w, " {unit}")
}

fn write_limits(w: &mut impl Write, limits: &Limits) -> fmt::Result {
    let more = |limit: &Limit| if limit.excluded { "more than " } else { "at least " };
    let less = |limit: &Limit| if limit.excluded { "less than " } else { "at most " };
    w.write_str("must be ")?;
    match (&limits.min, &limits.max) {
        (Some(min), Some(max)) => {
            write_limit(w, more(min), min)?;
            w.write_str(" and ")?;
            write_limit(w, less(max), max)
        }
        (Some(min), None) => write_limit(w, more(min), min),
        (None, Some(max)) => write_limit(w, less(max), max),
        (None, None) => w.write_str("a number"),
    }
}

fn write_limit(w: &mut impl Write, comparison: &str, limit: &Limit) -> fmt::Result {
    w.write_str(comparison)?;
    write_literal(w, &limit.value)
}

fn write_list(w: &mut impl Write, values: &[Literal]) -> fmt::Result {
    for (i, value) in values.iter().enumerate() {
        if i > 0 {
            w.write_str(", ")?;
        }
        write_literal(w, value)?;
    }
    Ok(())
}

fn write_literal(w: &mut impl Write, value: &Literal) -> fmt::Result {
    match value {
        Literal::Bool(value) => write!(w, "{value}"),
        Literal::Int(value) => write!(w, "{value}"),
        Literal::Float(value) => write!(w, "{value}"),
        Literal::Text(value) => write!(w, "`{value}`"),
    }
}
