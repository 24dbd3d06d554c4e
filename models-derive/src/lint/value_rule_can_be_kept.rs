//! # `value_rule_can_be_kept`
//!
//! A value rule lets some values through and keeps some out, and no field has
//! the same rule twice.
//!
//! `length(min = 5, max = 3)` refuses every value that anyone will ever write,
//! and `length(min = 0)` none: both were meant to say something else. Two
//! `length(..)` on one field are one rule in two places, of which the reader
//! sees the first.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Check, Count, Limit, Literal, Model, ValueRule};

pub(super) const CONVENTION: Convention = Convention { name: "value_rule_can_be_kept", check };

fn check(model: &Model, findings: &mut Findings) {
    for field in &model.fields {
        of_one_value(&field.name, &field.rules, findings);
        for rule in &field.rules {
            of_one_value(&field.name, rule.parts(), findings);
        }
    }
}

fn of_one_value(field: &str, rules: &[ValueRule], findings: &mut Findings) {
    for (position, rule) in rules.iter().enumerate() {
        let twin = rules.iter().take(position).any(|other| same(&other.check, &rule.check));
        let finding = if twin { Some(twice(rule)) } else { contradiction(&rule.check) };
        if let Some(finding) = finding {
            findings.about(field, finding);
        }
    }
}

/// Rules that make sense once: several patterns or parts all have to hold.
fn same(one: &Check, other: &Check) -> bool {
    let may_repeat = matches!(
        one,
        Check::Pattern(_) | Check::Contains(_) | Check::Custom(_) | Check::MultipleOf(_)
    );
    !may_repeat && std::mem::discriminant(one) == std::mem::discriminant(other)
}

fn twice(rule: &ValueRule) -> Diagnostic {
    let name = &rule.name;
    Diagnostic::new(rule.at, format!("`{name}` appears twice"))
        .why("both have to hold, and a reader of one does not expect another")
        .fix("join the two")
}

fn contradiction(check: &Check) -> Option<Diagnostic> {
    match check {
        Check::Length(count) | Check::Items(count) => counts(count),
        Check::Range { min: Some(min), max: Some(max) } => limits(min, max),
        Check::StartsWith(text) | Check::EndsWith(text) | Check::Contains(text)
            if text.value.is_empty() =>
        {
            Some(
                Diagnostic::new(text.at, "every text has an empty text in it")
                    .why("the rule would keep nothing out")
                    .fix("leave it out"),
            )
        }
        _ => None,
    }
}

fn counts(Count { min, max }: &Count) -> Option<Diagnostic> {
    match (min, max) {
        (Some(min), Some(max)) if min.value > max.value => Some(
            Diagnostic::new(
                max.at,
                format!("nothing has at least {} and at most {}", min.value, max.value),
            )
            .why("no value could ever be stored")
            .fix("exchange the two"),
        ),
        (Some(min), None) if min.value == 0 => Some(
            Diagnostic::new(min.at, "everything has at least 0")
                .why("the rule would keep nothing out")
                .fix("say how much fits, with `max = ..`"),
        ),
        _ => None,
    }
}

fn limits(min: &Limit, max: &Limit) -> Option<Diagnostic> {
    if let (Literal::Text(low), Literal::Text(high)) = (&min.value.value, &max.value.value) {
        return texts(low, high, min, max);
    }
    let number = |limit: &Limit| match limit.value.value {
        #[expect(clippy::cast_precision_loss, reason = "two limits are compared, roughly")]
        Literal::Int(value) => Some(value as f64),
        Literal::Float(value) => Some(value),
        _ => None,
    };
    let (low, high) = (number(min)?, number(max)?);
    let closed = !min.excluded && !max.excluded;
    if low < high || (low <= high && closed) {
        return None;
    }
    Some(nothing_between(max))
}

/// Dates, and moments of UTC with as many digits, are in the order of their
/// texts.
fn texts(low: &str, high: &str, min: &Limit, max: &Limit) -> Option<Diagnostic> {
    let is_dated = |text: &str| text.as_bytes().get(4) == Some(&b'-');
    let in_order = is_dated(low)
        && is_dated(high)
        && low.len() == high.len()
        && (low.len() == 10 || low.ends_with('Z') && high.ends_with('Z'));
    let is_empty = low > high || (low == high && (min.excluded || max.excluded));
    (in_order && is_empty).then(|| nothing_between(max))
}

fn nothing_between(max: &Limit) -> Diagnostic {
    Diagnostic::new(max.value.at, "nothing is between these two")
        .why("no value could ever be stored")
        .fix("exchange the two, or widen the range")
}
