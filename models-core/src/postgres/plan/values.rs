//! Value rules: a named constraint for each, so that a violation names the rule.

use crate::postgres::catalogue::{ConstraintDef, ConstraintKind};
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::condition::checked::Condition;
use crate::postgres::plan::model::table_model::{Column, TableModel};
use crate::postgres::plan::model::value_check::ValueCheck;
use crate::postgres::plan::name::derived::Derived;
use crate::postgres::plan::name::fingerprint::Fingerprint;
use crate::postgres::plan::{tables, text};
use crate::postgres::sql::quote::Ident;
use crate::postgres::sql::write::Sql;
use crate::schema::{Check, Expr, Literal, ModelRule, Operand, ValueRule};

/// The checks of a table, and the functions that those on lists call.
#[derive(Debug, Default)]
pub(super) struct Values<'a> {
    pub(super) constraints: Vec<ConstraintDef<'a>>,
    /// Each with the place of its constraint in that list.
    pub(super) functions: Vec<(usize, ListCheck<'a>)>,
}

/// A function that tells whether all items of a list follow their rules.
#[derive(Debug)]
pub(super) struct ListCheck<'a> {
    pub(super) stored: TableModel<'a>,
    /// Its name, unless the function of another table wants the same.
    pub(super) name: String,
    derived: Derived<'static>,
    pub(super) column: Column<'a>,
    /// The rules, at least one.
    pub(super) checks: Vec<ValueCheck<'a>>,
}

/// A rule that becomes a constraint.
pub(super) struct Planned<'a> {
    derived: Derived<'static>,
    plain: String,
    pub(super) rule: PlannedRule<'a>,
}

#[cfg_attr(not(feature = "sqlx"), expect(dead_code, reason = "`check_source` reads all of it"))]
pub(super) enum PlannedRule<'a> {
    Value(Column<'a>, ValueCheck<'a>),
    Each(Column<'a>, &'a ValueRule, Vec<ValueCheck<'a>>),
    Relation(Condition<'a>, &'a ModelRule),
}

/// All checks of a table: labels, and value rules.
pub(super) fn values(stored: TableModel<'_>) -> Result<Values<'_>, Error> {
    let mut values = Values::default();
    values.constraints.extend(stored.columns().filter_map(|column| tables::labels(stored, column)));
    values.constraints.extend(stored.columns().filter_map(|column| tables::domain(stored, column)));
    for (name, planned) in named(stored)? {
        let condition = match planned.rule {
            PlannedRule::Value(_, check) => text(&check),
            PlannedRule::Relation(holds, _) => text(&holds),
            // A CHECK cannot hold a sub-select, so it calls a function that
            // examines the items one by one.
            PlannedRule::Each(column, _, checks) => {
                let function = ListCheck {
                    stored,
                    name: name.clone(),
                    derived: planned.derived,
                    column,
                    checks,
                };
                let condition = function.call();
                values.functions.push((values.constraints.len(), function));
                condition
            }
        };
        values.constraints.push(ConstraintDef {
            name: name.into(),
            kind: ConstraintKind::Check { condition: condition.into() },
        });
    }
    Ok(values)
}

impl ListCheck<'_> {
    /// The name that no function of another table has.
    pub(super) fn use_own_name(&mut self) {
        let definition = format!("{} {}", self.stored, self.name);
        self.name = self.derived.hashed(Fingerprint::of(&definition));
    }

    /// The condition that calls it.
    pub(super) fn call(&self) -> String {
        let mut call = String::from("private.");
        // Writing to a string never fails.
        let _ = Ident::new(&self.name).sql(&mut call);
        call.push('(');
        let _ = self.column.sql(&mut call);
        call.push(')');
        call
    }
}

/// The value rules of a table, in order.
fn planned(stored: TableModel<'_>) -> Result<Vec<Planned<'_>>, Error> {
    let mut planned = Vec::new();
    for column in stored.columns() {
        for rule in &*column.field.rules {
            planned.extend(of_value(stored, column, rule)?);
        }
    }
    for rule in &*stored.model.rules {
        planned.push(of_row(stored, rule)?);
    }
    Ok(planned)
}

fn of_value<'a>(
    stored: TableModel<'a>,
    column: Column<'a>,
    rule: &'a ValueRule,
) -> Result<Option<Planned<'a>>, Error> {
    let code = rule.code.as_deref().unwrap_or_else(|| rule.check.name());
    stored.check_text(code)?;
    let name = Derived::new(stored.name(), "check").and(column.name()).and(code);
    let planned = match &rule.check {
        // Checked in Rust alone.
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
            PlannedRule::Each(column, rule, checks)
        }
        _ => {
            let check = ValueCheck { column: Some(column), kind: &column.field.kind, rule };
            suits(stored, column, check)?;
            PlannedRule::Value(column, check)
        }
    };
    Ok(Some(Planned::new(name, planned)))
}

fn of_row<'a>(stored: TableModel<'a>, rule: &'a ModelRule) -> Result<Planned<'a>, Error> {
    let condition = Condition::of_index(stored, &rule.holds)?;
    let name = Derived::new(stored.name(), "check");
    let name = match &rule.code {
        Some(code) => {
            stored.check_text(code)?;
            name.and(code)
        }
        None => fields(&rule.holds).into_iter().fold(name, Derived::and),
    };
    Ok(Planned::new(name, PlannedRule::Relation(condition, rule)))
}

impl<'a> Planned<'a> {
    fn new(derived: Derived<'static>, rule: PlannedRule<'a>) -> Self {
        Self { plain: derived.plain(), derived, rule }
    }

    /// What distinguishes it from others of the same name.
    fn definition(&self) -> String {
        match &self.rule {
            PlannedRule::Value(_, check) => text(check),
            PlannedRule::Each(column, _, checks) => {
                let checks = checks.iter().map(text);
                checks.fold(text(column), |all, check| format!("{all} {check}"))
            }
            PlannedRule::Relation(condition, _) => text(condition),
        }
    }
}

/// Gives each a name. Rules that would share one all get a longer one, each its
/// own: which comes first decides nothing, so that fields may change places. A
/// rule that is there twice is one constraint.
pub(super) fn named(stored: TableModel<'_>) -> Result<Vec<(String, Planned<'_>)>, Error> {
    let planned = planned(stored)?;
    let is_of_labels = |name: &str| {
        let mut columns = stored.columns().filter(|it| tables::checked_labels(*it).is_some());
        columns.any(|column| tables::labels_name(stored, column) == name)
    };
    let names: Vec<Option<String>> = planned
        .iter()
        .enumerate()
        .map(|(place, one)| {
            let mut is_shared = is_of_labels(&one.plain);
            for (other_place, other) in planned.iter().enumerate() {
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
                one.derived.hashed(Fingerprint::of(&one.definition()))
            } else {
                one.plain.clone()
            })
        })
        .collect();
    Ok(names.into_iter().zip(planned).filter_map(|(name, one)| Some((name?, one))).collect())
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
    stored.error(ErrorKind::Check { field, check: rule.check.name() })
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
