//! Value rules: a named constraint for each, so that a violation names the rule.

use std::sync::Arc;

use crate::postgres::column::table_model::{Column, TableModel};
use crate::postgres::condition::Condition;
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::schemas::PRIVATE;
use crate::postgres::plan::tables;
use crate::postgres::statement::create_table::{Constraint, ConstraintKind};
use crate::postgres::statement::function::PartCheck;
use crate::postgres::statement::value_check::ValueCheck;
use crate::postgres::text::fingerprint::Fingerprint;
use crate::postgres::text::name::Derived;
use crate::postgres::text::names::Names;
use crate::schema::{Check, Expr, Literal, ModelRule, Operand, ValueRule};

/// The constraints of a table, and the functions that those on lists call.
#[derive(Debug, Default)]
pub(crate) struct Values<'a> {
    pub(crate) constraints: Vec<Constraint<'a>>,
    pub(crate) functions: Vec<PartCheck<'a>>,
}

/// A rule that becomes a constraint.
struct Wanted<'a> {
    name: Derived<'static>,
    plain: Box<str>,
    what: What<'a>,
}

enum What<'a> {
    Value(Column<'a>, ValueCheck<'a>),
    Each(Column<'a>, &'a ValueRule, Vec<ValueCheck<'a>>),
    Relation(Condition<'a>, &'a ModelRule),
}

/// All value rules of a table. `functions` has the names of those that other
/// tables call.
pub(crate) fn values<'a>(
    stored: TableModel<'a>,
    functions: &mut Names,
) -> Result<Values<'a>, Error> {
    let mut wanted = Vec::new();
    for column in stored.columns() {
        for rule in &*column.field.rules {
            wanted.extend(of_value(stored, column, rule)?);
        }
    }
    for rule in &*stored.model.rules {
        wanted.push(of_row(stored, rule)?);
    }
    named(stored, wanted, functions)
}

fn of_value<'a>(
    stored: TableModel<'a>,
    column: Column<'a>,
    rule: &'a ValueRule,
) -> Result<Option<Wanted<'a>>, Error> {
    let said = rule.code.as_deref().unwrap_or_else(|| rule.check.name());
    stored.check_text(said)?;
    let name = Derived::new(stored.name(), "check").and(column.name()).and(said);
    let what = match &rule.check {
        // Kept in Rust alone.
        Check::Custom(_) | Check::Nested => return Ok(None),
        Check::Each(rules) => {
            let Some(item) = column.field.kind.element() else {
                return Err(unsuited(stored, column, rule));
            };
            let in_sql = rules.iter().filter(|rule| !matches!(rule.check, Check::Custom(_)));
            let checks: Vec<ValueCheck<'a>> =
                in_sql.map(|rule| ValueCheck { column: None, kind: item, rule }).collect();
            checks.iter().try_for_each(|check| suits(stored, column, *check))?;
            if checks.is_empty() {
                return Ok(None);
            }
            What::Each(column, rule, checks)
        }
        _ => {
            let check = ValueCheck { column: Some(column), kind: &column.field.kind, rule };
            suits(stored, column, check)?;
            What::Value(column, check)
        }
    };
    Ok(Some(Wanted::new(name, what)))
}

fn of_row<'a>(stored: TableModel<'a>, rule: &'a ModelRule) -> Result<Wanted<'a>, Error> {
    let condition = Condition::of_index(stored, &rule.holds)?;
    let name = Derived::new(stored.name(), "check");
    let name = match &rule.code {
        Some(code) => {
            stored.check_text(code)?;
            name.and(code)
        }
        None => fields(&rule.holds).into_iter().fold(name, Derived::and),
    };
    Ok(Wanted::new(name, What::Relation(condition, rule)))
}

impl<'a> Wanted<'a> {
    fn new(name: Derived<'static>, what: What<'a>) -> Self {
        Self { plain: name.plain(), name, what }
    }

    /// What tells it from others of the same name.
    fn definition(&self) -> String {
        match &self.what {
            What::Value(_, check) => check.to_string(),
            What::Each(column, _, checks) => {
                let checks = checks.iter().map(ToString::to_string);
                checks.fold(column.to_string(), |all, check| format!("{all} {check}"))
            }
            What::Relation(condition, _) => condition.to_string(),
        }
    }
}

/// Gives each a name. Rules that would share one all get a longer one, each its
/// own: which comes first decides nothing, so that fields may change places. A
/// rule that is there twice is one constraint.
fn named<'a>(
    stored: TableModel<'a>,
    wanted: Vec<Wanted<'a>>,
    functions: &mut Names,
) -> Result<Values<'a>, Error> {
    let labels: Vec<_> =
        stored.columns().filter_map(|column| tables::labels(stored, column)).collect();
    let mut values = Values::default();
    let names: Vec<Option<Box<str>>> = wanted
        .iter()
        .enumerate()
        .map(|(place, one)| {
            let mut is_shared = labels.iter().any(|other| other.name == one.plain);
            for (other_place, other) in wanted.iter().enumerate() {
                if other_place == place || other.plain != one.plain {
                    continue;
                }
                if other.definition() != one.definition() {
                    is_shared = true;
                } else if other_place < place {
                    return None;
                }
            }
            Some(if is_shared {
                one.name.hashed(Fingerprint::of(&one.definition()))
            } else {
                one.plain.clone()
            })
        })
        .collect();
    for (one, name) in wanted.into_iter().zip(names) {
        let Some(name) = name else { continue };
        let kind = match one.what {
            What::Value(column, check) => ConstraintKind::Value(column, check),
            What::Relation(holds, rule) => ConstraintKind::Relation { holds, rule },
            // A CHECK can hold no sub-select, so it calls a function that looks
            // at the items one by one.
            What::Each(column, rule, checks) => {
                let function = free(stored, &one.name, &name, functions)?;
                values.functions.push(PartCheck { name: function.clone(), column, checks });
                ConstraintKind::Each { column, function, rule }
            }
        };
        values.constraints.push(Constraint { name, kind });
    }
    Ok(values)
}

/// The constraint's name for its function; when the function of another table
/// has it, the one with the hash of this table.
fn free(
    stored: TableModel<'_>,
    derived: &Derived<'_>,
    name: &str,
    functions: &mut Names,
) -> Result<Arc<str>, Error> {
    if functions.take(PRIVATE, name) {
        return Ok(name.into());
    }
    let apart = derived.hashed(Fingerprint::of(&format!("{stored} {name}")));
    if functions.take(PRIVATE, &apart) {
        return Ok(apart.into());
    }
    Err(stored.trouble(ErrorKind::NameTaken(apart.into())))
}

fn suits(stored: TableModel<'_>, column: Column<'_>, check: ValueCheck<'_>) -> Result<(), Error> {
    if !check.suits() {
        return Err(unsuited(stored, column, check.rule));
    }
    match &check.rule.check {
        Check::Pattern(text)
        | Check::StartsWith(text)
        | Check::EndsWith(text)
        | Check::Contains(text) => stored.check_text(text),
        Check::OneOf(options) => options.iter().try_for_each(|option| match option {
            Literal::Text(text) => stored.check_text(text),
            _ => Ok(()),
        }),
        _ => Ok(()),
    }
}

fn unsuited(stored: TableModel<'_>, column: Column<'_>, rule: &ValueRule) -> Error {
    let field = column.field.name.to_string();
    stored.trouble(ErrorKind::Check { field, check: rule.check.name() })
}

/// The fields that a relation is about, each once.
fn fields(expr: &Expr) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    collect(expr, &mut found);
    found
}

fn collect<'a>(expr: &'a Expr, found: &mut Vec<&'a str>) {
    let mut add = |operand: &'a Operand| {
        if let Operand::Field(name) = operand
            && !found.contains(&&**name)
        {
            found.push(name);
        }
    };
    match expr {
        Expr::And(parts) | Expr::Or(parts) => {
            parts.iter().for_each(|part| collect(part, found));
        }
        Expr::Not(inner) => collect(inner, found),
        Expr::Compare(comparison) => {
            add(&comparison.left);
            add(&comparison.right);
        }
        Expr::IsNone(operand) | Expr::IsSome(operand) | Expr::Holds(operand) => add(operand),
        Expr::In(operand, options) => {
            add(operand);
            options.iter().for_each(add);
        }
        Expr::Anyone
        | Expr::Authenticated
        | Expr::Nobody
        | Expr::Service
        | Expr::Exists(_)
        | Expr::Sql(_)
        | Expr::Rules(_) => {}
    }
}
