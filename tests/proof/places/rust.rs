//! What Rust says: the trees by `evaluate`, and the value rules by the
//! functions that `validate()` calls. A test holds both against the code that
//! the derive writes.

use std::collections::HashMap;
use std::sync::Mutex;

use ::backend_models::access::predicates::eq;
use ::backend_models::access::{
    Auth, FloatLiteral, IntLiteral, KnownRows, Row, Truth, Value, evaluate,
};
use ::backend_models::schema::{Check, Count, Expr, Field, Limits, Literal, ModelDef};
use models_core::validate::{self, Pattern};

use crate::case::{Case, Command, body, members};

/// Whether Rust lets it be done.
pub(crate) fn allows(model: &ModelDef, case: &Case) -> bool {
    let Case { command, before, after, auth, .. } = case;
    let access = &model.access;
    let may = |expr: &Expr, row: &Row| auth.allows(evaluate(expr, auth, &facts(row)));
    match (command, before, after) {
        (Command::Select, Some(row), _) => may(&access.select.allow, row),
        (Command::Insert, _, Some(row)) => {
            may(&access.insert.allow, row)
                && is_written_by_clients(model, row)
                && is_whole(model, row)
        }
        (Command::Update, Some(old), Some(new)) => {
            [old, new]
                .into_iter()
                .all(|row| may(&access.select.allow, row) && may(&access.update.allow, row))
                && changed(model, old, new).all(Field::updatable_by_clients)
                && is_whole(model, new)
        }
        (Command::Delete, Some(row), _) => {
            may(&access.select.allow, row) && may(&access.delete.allow, row)
        }
        _ => unreachable!("{command:?} lacks a row"),
    }
}

/// A row, and all members.
fn facts(row: &Row) -> KnownRows {
    let given = KnownRows::row(row.clone()).with_no_more("Member");
    members().into_iter().fold(given, |given, member| given.with_row("Member", member))
}

/// The value of a field; what is not in the row is absent.
pub(crate) fn value<'r>(row: &'r Row, field: &Field) -> &'r Value {
    row.get(&*field.name).unwrap_or(&Value::Null)
}

/// The fields that a change touches.
pub(crate) fn changed<'m>(
    model: &'m ModelDef,
    old: &'m Row,
    new: &'m Row,
) -> impl Iterator<Item = &'m Field> {
    // As `immutable` compares them: 0.0 is -0.0.
    body(model).filter(move |field| value(old, field) != value(new, field))
}

fn is_written_by_clients(model: &ModelDef, row: &Row) -> bool {
    body(model).all(|field| field.insertable_by_clients() || value(row, field).is_null())
}

/// Whether there is such a value of the struct, and it is valid.
fn is_whole(model: &ModelDef, row: &Row) -> bool {
    matches!(row["id"], Value::Uuid(_))
        && body(model).all(|field| field.nullable || !value(row, field).is_null())
        && is_valid(model, row)
}

/// What `validate()` says.
pub(crate) fn is_valid(model: &ModelDef, row: &Row) -> bool {
    let (nobody, given) = (Auth::anonymous(), KnownRows::row(row.clone()));
    body(model).all(|field| keeps_all(field, value(row, field)))
        && model
            .rules
            .iter()
            .all(|rule| validate::is_not_false(evaluate(&rule.holds, &nobody, &given)))
}

/// Whether the value keeps all rules of its field.
pub(crate) fn keeps_all(field: &Field, value: &Value) -> bool {
    field.rules.iter().all(|rule| keeps(&rule.check, value))
}

fn keeps(check: &Check, value: &Value) -> bool {
    match (check, value) {
        (_, Value::Null) => true,
        (Check::Length(Count { min, max }), Value::Bytes(bytes)) => {
            validate::length(bytes, min.unwrap_or(0), max.unwrap_or(u32::MAX))
        }
        (Check::Items(Count { min, max }), Value::List(items)) => {
            validate::items(items, min.unwrap_or(0), max.unwrap_or(u32::MAX))
        }
        (Check::Each(rules), Value::List(items)) => {
            items.iter().all(|item| rules.iter().all(|rule| keeps(&rule.check, item)))
        }
        (Check::Range(limits), value) => is_between(limits, value),
        (Check::OneOf(options), value) => validate::is_not_false(
            options.iter().map(|option| is(value, option)).fold(Truth::False, Truth::or),
        ),
        (Check::MultipleOf(divisor), Value::Int(int)) => validate::multiple_of(int, *divisor),
        (Check::Finite, Value::Float(float)) => validate::finite(float),
        (check, Value::Text(text)) => keeps_text(check, text),
        (check, value) => unreachable!("{check:?} of {value:?}"),
    }
}

fn keeps_text(check: &Check, text: &String) -> bool {
    match check {
        Check::Length(Count { min, max }) => {
            validate::length(text, min.unwrap_or(0), max.unwrap_or(u32::MAX))
        }
        Check::Pattern(pattern) => validate::matches(text, compiled(pattern)),
        Check::Email => validate::email(text),
        Check::Url => validate::url(text),
        Check::NotBlank => validate::not_blank(text),
        Check::Ascii => validate::ascii(text),
        Check::StartsWith(part) => validate::starts_with(text, part),
        Check::EndsWith(part) => validate::ends_with(text, part),
        Check::Contains(part) => validate::contains(text, part),
        other => unreachable!("{other:?} of a text"),
    }
}

/// Each pattern once: the library takes texts that live as long as the program.
fn compiled(text: &str) -> &'static Pattern {
    static ALL: Mutex<Option<HashMap<String, &'static Pattern>>> = Mutex::new(None);
    let mut all = ALL.lock().unwrap();
    all.get_or_insert_default()
        .entry(text.to_owned())
        .or_insert_with(|| Box::leak(Box::new(Pattern::expression(text.to_owned().leak()))))
}

fn is(value: &Value, option: &Literal) -> Truth {
    match (value, option) {
        (Value::Int(own), Literal::Int(it)) => eq(own, &IntLiteral(*it)),
        (Value::Text(own), Literal::Text(it)) => eq(own, &&**it),
        other => unreachable!("one of: {other:?}"),
    }
}

fn is_between(Limits { min, max }: &Limits, value: &Value) -> bool {
    let keeps = |end: &Literal, excluded: bool, is_min: bool| match (value, end) {
        (Value::Int(own), Literal::Int(end)) => beside(own, &IntLiteral(*end), excluded, is_min),
        (Value::Float(own), Literal::Int(end)) => beside(own, &IntLiteral(*end), excluded, is_min),
        (Value::Float(own), Literal::Float(end)) => {
            beside(own, &FloatLiteral(*end), excluded, is_min)
        }
        (Value::Date(own), Literal::Text(end)) => {
            beside(own, &validate::date_limit(end), excluded, is_min)
        }
        other => unreachable!("range: {other:?}"),
    };
    min.as_ref().is_none_or(|min| keeps(&min.value, min.excluded, true))
        && max.as_ref().is_none_or(|max| keeps(&max.value, max.excluded, false))
}

fn beside<T, L>(value: &T, end: &L, excluded: bool, is_min: bool) -> bool
where
    T: ::backend_models::access::Operand,
    T::Value: validate::HasRange<L>,
{
    match (is_min, excluded) {
        (true, false) => validate::at_least(value, end),
        (true, true) => validate::above(value, end),
        (false, false) => validate::at_most(value, end),
        (false, true) => validate::below(value, end),
    }
}
