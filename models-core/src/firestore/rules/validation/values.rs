//! Value rules, each in the cheapest form that says the same as in Rust and
//! in PostgreSQL.

use crate::firestore::rules::language::{BinaryOp, RulesExpr};
use crate::firestore::rules::unchecked::Unseen;
use crate::schema::{
    Check, Count, DocumentForm, Field, LengthUnit, Limit, Limits, Literal, RangeEnd, Type,
    ValueClass, ValueRule,
};
use crate::validate::{EMAIL, MAX_EMAIL_LENGTH, MAX_URL_LENGTH, URL};

/// What the rules of a field ask of its value.
pub(super) struct ValueChecks<'a> {
    /// The conditions on a value that is there.
    pub(super) conditions: Vec<RulesExpr<'a>>,
    /// One of them is an error for a value of another type.
    pub(super) implies_type: bool,
    /// Rules that cannot be asked.
    pub(super) unseen: Vec<Unseen>,
    /// What stays unseen of a list although its items are looked at.
    pub(super) sees_elements: bool,
}

/// How far `(?s).{0,n}` counts: RE2 repeats a thousand times.
const REPEATS: u32 = 1_000;

/// Up to how many items a list is looked at one by one.
const UNROLLED: u32 = 32;

/// What each rule of the field asks of `value`.
pub(super) fn values<'a>(field: &'a Field, value: &RulesExpr<'a>) -> ValueChecks<'a> {
    let mut values = ValueChecks {
        conditions: Vec::new(),
        implies_type: false,
        unseen: Vec::new(),
        sees_elements: false,
    };
    for rule in &*field.rules {
        if let Check::Each(rules) = &rule.check {
            values.each(field, rules, value);
            continue;
        }
        match condition(&rule.check, &field.kind, value) {
            Some((condition, implies_type)) => {
                values.conditions.push(condition);
                values.implies_type |= implies_type;
            }
            None => values.unseen.push(Unseen::Rule(rule.check.name())),
        }
    }
    values
}

impl<'a> ValueChecks<'a> {
    /// Each item of a list that is short enough: there is no loop.
    fn each(&mut self, field: &'a Field, rules: &'a [ValueRule], list: &RulesExpr<'a>) {
        let Some(kind) = field.kind.element() else { return };
        let Some(most) = most(field).filter(|most| *most <= UNROLLED) else {
            return self.unseen.push(Unseen::Elements);
        };
        let of = |item: &RulesExpr<'a>| {
            let conditions: Option<Vec<_>> =
                rules.iter().map(|rule| condition(&rule.check, kind, item)).collect();
            let conditions = conditions?;
            let is_text = conditions.iter().any(|(_, implies_type)| *implies_type);
            let text = (!is_text).then(|| item.clone().is("string"));
            let asked = conditions.into_iter().map(|(condition, _)| condition);
            Some(RulesExpr::all(text.into_iter().chain(asked)))
        };
        if kind.class() != ValueClass::Text {
            return self.unseen.push(Unseen::Elements);
        }
        for position in 0..most {
            let item = list.clone().item(position);
            let Some(holds) = of(&item) else { return self.unseen.push(Unseen::Elements) };
            let ends =
                list.clone().size().binary(BinaryOp::Le, RulesExpr::Int(i64::from(position)));
            self.conditions.push(RulesExpr::any([ends, holds]));
        }
        self.sees_elements = true;
    }
}

/// The most items that a list may have.
fn most(field: &Field) -> Option<u32> {
    field.rules.iter().find_map(|rule| match rule.check {
        Check::Items(Count { max, .. }) => max,
        _ => None,
    })
}

/// The condition, and whether it is an error for a value of another type.
fn condition<'a>(
    check: &'a Check,
    kind: &Type,
    value: &RulesExpr<'a>,
) -> Option<(RulesExpr<'a>, bool)> {
    let matches = |pattern: String| {
        Some((value.clone().method("matches", vec![RulesExpr::text(pattern)]), true))
    };
    match check {
        Check::Length(count) => Some(length(*count, kind, value)),
        Check::Items(count) => Some((between(&value.clone().size(), *count), false)),
        Check::Range(limits) => Some((range(limits, kind, value)?, false)),
        Check::Pattern(pattern) => matches(pattern.to_string()),
        Check::OneOf(options) => one_of(options, kind, value),
        Check::Email => Some((form(value, EMAIL, MAX_EMAIL_LENGTH), true)),
        Check::Url => Some((form(value, URL, MAX_URL_LENGTH), true)),
        Check::NotBlank => matches("(?s).*[^\\t-\\r ].*".to_owned()),
        Check::Ascii => matches("[\\x00-\\x7f]*".to_owned()),
        Check::StartsWith(start) => matches(format!("(?s){}.*", escaped(start))),
        Check::EndsWith(end) => matches(format!("(?s).*{}", escaped(end))),
        Check::Contains(part) => matches(format!("(?s).*{}.*", escaped(part))),
        Check::MultipleOf(divisor) => {
            let rest = value.clone().binary(BinaryOp::Modulo, RulesExpr::Int(*divisor));
            Some((rest.eq(RulesExpr::Int(0)), false))
        }
        // Every float is asked for that.
        Check::Finite => Some((RulesExpr::Bool(true), false)),
        Check::Each(_) | Check::Keys(_) | Check::Values(_) | Check::Custom(_) | Check::Nested => {
            None
        }
    }
}

/// Characters are code points. A pattern counts them; `size()` counts units of
/// UTF-16, so whatever takes two of these is replaced by one first.
fn length<'a>(count: Count, kind: &Type, value: &RulesExpr<'a>) -> (RulesExpr<'a>, bool) {
    if kind.def().rules.length == LengthUnit::Bytes {
        return (between(&value.clone().size(), count), false);
    }
    let Count { min, max } = count;
    if max.or(min).is_none_or(|most| most <= REPEATS) && min.is_none_or(|min| min <= REPEATS) {
        let max = max.map_or_else(String::new, |max| max.to_string());
        let pattern = format!("(?s).{{{},{max}}}", min.unwrap_or(0));
        return (value.clone().method("matches", vec![RulesExpr::text(pattern)]), true);
    }
    let wide = RulesExpr::text("[\\x{10000}-\\x{10FFFF}]");
    let narrow = value.clone().method("replace", vec![wide, RulesExpr::text("a")]);
    (between(&narrow.size(), count), true)
}

fn between<'a>(size: &RulesExpr<'a>, Count { min, max }: Count) -> RulesExpr<'a> {
    let end =
        |sign: BinaryOp| move |end: u32| size.clone().binary(sign, RulesExpr::Int(i64::from(end)));
    if let (Some(min), Some(max)) = (min, max)
        && min == max
    {
        return size.clone().eq(RulesExpr::Int(i64::from(min)));
    }
    RulesExpr::all(min.map(end(BinaryOp::Ge)).into_iter().chain(max.map(end(BinaryOp::Le))))
}

/// Decimals are texts here, whose order is not that of the numbers.
fn range<'a>(limits: &'a Limits, kind: &Type, value: &RulesExpr<'a>) -> Option<RulesExpr<'a>> {
    let form = kind.form()?;
    let is_number = matches!(form, DocumentForm::Integer | DocumentForm::Double);
    let end = |limit: &'a Limit, closed: BinaryOp, open: BinaryOp| {
        let sign = if limit.excluded { open } else { closed };
        let limit = match (&limit.value, kind.def().rules.range) {
            (Literal::Int(int), _) if is_number => RulesExpr::Int(*int),
            (Literal::Float(float), _) if is_number && float.is_finite() => {
                RulesExpr::Float(*float)
            }
            // Dates are texts that sort as the days do.
            (Literal::Text(text), RangeEnd::Day) => RulesExpr::text(&**text),
            _ => return None,
        };
        Some(value.clone().binary(sign, limit))
    };
    let mut ends = Vec::new();
    if let Some(min) = &limits.min {
        ends.push(end(min, BinaryOp::Ge, BinaryOp::Gt)?);
    }
    if let Some(max) = &limits.max {
        ends.push(end(max, BinaryOp::Le, BinaryOp::Lt)?);
    }
    Some(RulesExpr::all(ends))
}

/// Texts and whole numbers: 1 is not among `[1.0]`.
fn one_of<'a>(
    options: &'a [Literal],
    kind: &Type,
    value: &RulesExpr<'a>,
) -> Option<(RulesExpr<'a>, bool)> {
    let options: Option<Vec<RulesExpr<'a>>> = options
        .iter()
        .map(|option| match (option, kind.class()) {
            (
                Literal::Text(text),
                ValueClass::Text | ValueClass::UserId | ValueClass::DocumentId,
            ) => Some(RulesExpr::text(&**text)),
            (Literal::Int(int), ValueClass::Whole) => Some(RulesExpr::Int(*int)),
            (Literal::Bool(holds), ValueClass::Bool) => Some(RulesExpr::Bool(*holds)),
            _ => None,
        })
        .collect();
    Some((value.clone().binary(BinaryOp::In, RulesExpr::List(options?)), true))
}

/// A pattern of texts up to a length; what matches has ASCII characters only.
fn form<'a>(value: &RulesExpr<'a>, pattern: &'static str, longest: u32) -> RulesExpr<'a> {
    let size = value.clone().size().binary(BinaryOp::Le, RulesExpr::Int(i64::from(longest)));
    let matches = value.clone().method("matches", vec![RulesExpr::text(pattern)]);
    RulesExpr::all([matches, size])
}

/// A text as a pattern that matches it alone.
fn escaped(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => pattern.push_str("\\n"),
            c => {
                if "\\.^$|()[]{}*+?".contains(c) {
                    pattern.push('\\');
                }
                pattern.push(c);
            }
        }
    }
    pattern
}
