//! # `document_rules_fit_the_budget`
//!
//! The rules of a collection evaluate at most 1,000 expressions for one
//! document: Firestore's limit, past which it denies whatever is asked.
//!
//! A document is checked field by field, so what costs is many fields: some 140
//! texts, or 60 whole numbers of 32 bits, fill the budget alone. This is known from
//! the types and counted while the program compiles. What access rules and
//! rules about values take besides is counted when the rules are printed, and
//! written beside each of them.

use super::{ConstMessage, chars, items};
use crate::schema::{Expr, Field, ModelDef, RulesTest, Type, TypeParameter};

/// What one decision may evaluate.
const BUDGET: u32 = 1_000;

/// Refuses a model whose fields alone take more.
#[must_use]
pub const fn document_rules_fit_the_budget(model: &ModelDef) -> ConstMessage {
    let message = ConstMessage::new();
    if model.collection.is_none() {
        return message;
    }
    let cost = cost(model);
    if cost <= BUDGET {
        return message;
    }
    let digits = Digits::of(cost);
    message
        .finding(&[
            "checking a document of `",
            chars(&model.name),
            "` takes at least ",
            digits.text(),
            " expressions",
        ])
        .finding(&["  the most for `", chars(&dearest(model).name), "`"])
        .end(
            "\n  why: Firestore evaluates 1,000 for one document, and denies what takes more\n  fix: keep what belongs together in a `Map` or a document below, or mark with `server` what clients do not write\n  convention: document_rules_fit_the_budget",
        )
}

/// What checking a document takes at least: when it is made, if clients make
/// any, or else when it is changed.
pub(crate) const fn cost(model: &ModelDef) -> u32 {
    let creates = is_open(&model.access.insert.allow);
    if !creates && !is_open(&model.access.update.allow) {
        return 0;
    }
    let fields = items(&model.fields);
    // The names: `d.keys().hasOnly([..])`.
    let mut cost = 4;
    let mut i = 0;
    while i < fields.len() {
        let field = &fields[i];
        if is_written(field, creates) {
            // Its name, its check, and the `&&` before that.
            cost += 1 + of_field(field);
            if of_field(field) > 0 {
                cost += 2;
            }
        }
        i += 1;
    }
    cost
}

const fn is_open(rule: &Expr) -> bool {
    !matches!(rule, Expr::Nobody | Expr::Service)
}

const fn is_written(field: &Field, creates: bool) -> bool {
    field.document.is_some()
        && field.key.is_none()
        && field.ancestor.is_none()
        && !field.server
        && (creates || !field.immutable)
}

/// The most expensive field.
const fn dearest(model: &ModelDef) -> &Field {
    let fields = items(&model.fields);
    let mut dearest = &fields[0];
    let mut i = 1;
    while i < fields.len() {
        if is_written(&fields[i], true) && of_field(&fields[i]) > of_field(dearest) {
            dearest = &fields[i];
        }
        i += 1;
    }
    dearest
}

/// What the check of a type takes: `docs/firestore-engines.md`.
const fn of_field(field: &Field) -> u32 {
    let test = test(&field.kind);
    if matches!(test, RulesTest::Anything) {
        return if field.nullable { 0 } else { 3 };
    }
    let always = of_value(&field.kind, 2);
    if !field.nullable {
        return always;
    }
    // `d.get('x', sample)`, or `!('x' in d) || ..`
    let filled = of_value(&field.kind, 3 + of_sample(test));
    let skipped = 6 + always;
    if filled < skipped { filled } else { skipped }
}

const fn test(kind: &Type) -> RulesTest {
    match kind.document() {
        Some(document) => document.test,
        None => RulesTest::None,
    }
}

/// The same for a value that takes so much to name.
const fn of_value(kind: &Type, value: u32) -> u32 {
    let plain = value + 2;
    match test(kind) {
        RulesTest::IntWithin(_) => 2 * value + 9,
        RulesTest::FiniteF32 => value + 3,
        RulesTest::Finite => value + 4,
        RulesTest::Label => plain + labels(kind),
        RulesTest::List | RulesTest::Map => match kind.parameter() {
            TypeParameter::Elements(inner) | TypeParameter::Values(inner) => {
                plain + of_closed(inner)
            }
            TypeParameter::None | TypeParameter::Labels(_) | TypeParameter::Dimensions(_) => plain,
        },
        RulesTest::None
        | RulesTest::Anything
        | RulesTest::Bool
        | RulesTest::Int
        | RulesTest::Text
        | RulesTest::Matches { .. }
        | RulesTest::Decimal
        | RulesTest::Timestamp
        | RulesTest::Bytes
        | RulesTest::Path
        | RulesTest::LatLng => plain,
    }
}

/// `value.hasOnly([..])` where the type has few values.
const fn of_closed(element: &Type) -> u32 {
    match test(element) {
        RulesTest::Label => labels(element),
        RulesTest::Bool => 2,
        _ => 0,
    }
}

const fn of_sample(test: RulesTest) -> u32 {
    match test {
        RulesTest::Timestamp | RulesTest::Path => 2,
        RulesTest::LatLng => 3,
        _ => 1,
    }
}

const fn labels(kind: &Type) -> u32 {
    match kind.labels() {
        Some(of) => length(items(&of.labels).len()),
        None => 0,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "nobody writes so many labels")]
const fn length(items: usize) -> u32 {
    items as u32
}

/// A number in decimal digits.
struct Digits {
    bytes: [u8; 10],
    start: usize,
}

impl Digits {
    const fn of(number: u32) -> Self {
        let mut digits = Self { bytes: [b'0'; 10], start: 10 };
        let mut rest = number;
        while rest > 0 || digits.start == 10 {
            digits.start -= 1;
            digits.bytes[digits.start] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        digits
    }

    const fn text(&self) -> &str {
        let (_, digits) = self.bytes.split_at(self.start);
        match core::str::from_utf8(digits) {
            Ok(text) => text,
            // Digits are text.
            Err(_) => "more",
        }
    }
}
