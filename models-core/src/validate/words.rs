//! Broken rules in words.

use super::violation::Violation;
use crate::schema::{Check, Count, Limit, Limits, List, Literal, ModelRule, Text, ValueRule};

/// What a broken rule of a field is.
pub(crate) fn of(path: String, rule: &ValueRule) -> Violation {
    let (min, max) = ends(&rule.check);
    Violation {
        path,
        code: rule.code.clone().unwrap_or(Text::Borrowed(rule.check.name())),
        min,
        max,
        expected: expected(&rule.check),
        message: rule.message.clone().unwrap_or_else(|| message(&rule.check)),
    }
}

/// What a broken rule about several fields is.
pub(crate) fn of_model(rule: &ModelRule) -> Violation {
    let text = Text::Borrowed("the values do not fit together");
    Violation {
        path: String::new(),
        code: rule.code.clone().unwrap_or(Text::Borrowed("rule")),
        min: None,
        max: None,
        expected: None,
        message: rule.message.clone().unwrap_or(text),
    }
}

fn ends(check: &Check) -> (Option<Literal>, Option<Literal>) {
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

fn expected(check: &Check) -> Option<Text> {
    match check {
        Check::Pattern(text)
        | Check::StartsWith(text)
        | Check::EndsWith(text)
        | Check::Contains(text) => Some(text.clone()),
        Check::OneOf(values) => Some(listed(values).into()),
        Check::MultipleOf(number) => Some(number.to_string().into()),
        _ => None,
    }
}

fn message(check: &Check) -> Text {
    match check {
        Check::Length(count) => format!("must have {} characters", many(*count)).into(),
        Check::Items(count) => format!("must have {} entries", many(*count)).into(),
        Check::Range(limits) => format!("must be {}", between(limits)).into(),
        Check::Pattern(pattern) => format!("must match `{pattern}`").into(),
        Check::OneOf(values) => format!("must be one of {}", listed(values)).into(),
        Check::Email => "must be an email address".into(),
        Check::Url => "must be an address of the web".into(),
        Check::NotBlank => "must not be blank".into(),
        Check::Ascii => "must have ASCII characters only".into(),
        Check::StartsWith(text) => format!("must begin with `{text}`").into(),
        Check::EndsWith(text) => format!("must end with `{text}`").into(),
        Check::Contains(text) => format!("must contain `{text}`").into(),
        Check::MultipleOf(number) => format!("must be a multiple of {number}").into(),
        Check::Finite => "must be a finite number".into(),
        Check::Each(_) => "has an item that is not valid".into(),
        Check::Keys(_) => "has a key that is not valid".into(),
        Check::Values(_) => "has a value that is not valid".into(),
        Check::Custom(_) => "is not valid".into(),
    }
}

fn many(count: Count) -> String {
    match (count.min, count.max) {
        (Some(min), Some(max)) if min == max => format!("{min}"),
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any number of".to_owned(),
    }
}

fn between(limits: &Limits) -> String {
    let end = |limit: &Limit, closed: &str, open: &str| {
        format!("{} {}", if limit.excluded { open } else { closed }, value(&limit.value))
    };
    let min = limits.min.as_ref().map(|limit| end(limit, "at least", "more than"));
    let max = limits.max.as_ref().map(|limit| end(limit, "at most", "less than"));
    match (min, max) {
        (Some(min), Some(max)) => format!("{min} and {max}"),
        (min, max) => min.or(max).unwrap_or_else(|| "a number".to_owned()),
    }
}

fn listed(values: &List<Literal>) -> String {
    values.iter().map(value).collect::<Vec<_>>().join(", ")
}

fn value(value: &Literal) -> String {
    match value {
        Literal::Bool(value) => value.to_string(),
        Literal::Int(value) => value.to_string(),
        Literal::Float(value) => value.to_string(),
        Literal::Text(value) => format!("`{value}`"),
    }
}
