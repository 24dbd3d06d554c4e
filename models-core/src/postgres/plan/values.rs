//! Value rules: a named constraint for each, so that a violation names the rule.

use std::sync::Arc;

use crate::postgres::column::stored::{Column, Stored};
use crate::postgres::condition::Condition;
use crate::postgres::error::{Error, Trouble};
use crate::postgres::statement::create_table::{Constraint, Demand};
use crate::postgres::statement::function::PartCheck;
use crate::postgres::statement::value_check::ValueCheck;
use crate::postgres::text::fingerprint::Fingerprint;
use crate::postgres::text::name::Derived;
use crate::schema::{Check, Expr, ModelRule, Operand, Type, ValueRule};

/// The constraints of a table, and the functions that those on lists call.
#[derive(Debug, Default)]
pub(crate) struct Values<'a> {
    pub(crate) constraints: Vec<Constraint<'a>>,
    pub(crate) functions: Vec<PartCheck<'a>>,
}

/// All value rules of a table.
pub(crate) fn values(stored: Stored<'_>) -> Result<Values<'_>, Error> {
    let mut values = Values::default();
    for column in stored.columns() {
        for rule in &*column.field.rules {
            values.add(stored, column, rule)?;
        }
    }
    for rule in &*stored.model.rules {
        values.relate(stored, rule)?;
    }
    Ok(values)
}

impl<'a> Values<'a> {
    fn add(
        &mut self,
        stored: Stored<'a>,
        column: Column<'a>,
        rule: &'a ValueRule,
    ) -> Result<(), Error> {
        let kind = &column.field.kind;
        let said = rule.code.as_deref().unwrap_or_else(|| rule.check.name());
        let name = Derived::new(stored.name(), "check").and(column.name()).and(said);
        match &rule.check {
            // Kept in Rust alone.
            Check::Custom(_) => Ok(()),
            Check::Each(rules) => self.each(stored, column, rules, &name),
            check => {
                let check = ValueCheck { column: Some(column), kind, check };
                suits(stored, column, check)?;
                self.push(&name, Demand::Value(check));
                Ok(())
            }
        }
    }

    /// A function that looks at the items one by one, and a constraint that
    /// calls it: a CHECK can hold no sub-select.
    fn each(
        &mut self,
        stored: Stored<'a>,
        column: Column<'a>,
        rules: &'a [ValueRule],
        name: &Derived<'_>,
    ) -> Result<(), Error> {
        let Type::Array(item) = &column.field.kind else {
            let trouble = Trouble::Check { field: column.field.name.to_string(), check: "each" };
            return Err(stored.trouble(trouble));
        };
        let in_sql = rules.iter().filter(|rule| !matches!(rule.check, Check::Custom(_)));
        let checks: Vec<ValueCheck<'a>> = in_sql
            .map(|rule| ValueCheck { column: None, kind: item, check: &rule.check })
            .collect();
        checks.iter().try_for_each(|check| suits(stored, column, *check))?;
        if checks.is_empty() {
            return Ok(());
        }
        let function: Arc<str> = self.free(name, "each").into();
        self.push(name, Demand::Each(column, function.clone()));
        self.functions.push(PartCheck { name: function, column, checks });
        Ok(())
    }

    fn relate(&mut self, stored: Stored<'a>, rule: &'a ModelRule) -> Result<(), Error> {
        let condition = Condition::of_index(stored, &rule.holds)?;
        let name = Derived::new(stored.name(), "check");
        let name = match &rule.code {
            Some(code) => name.and(code),
            None => fields(&rule.holds).into_iter().fold(name, Derived::and),
        };
        self.push(&name, Demand::Relation(condition));
        Ok(())
    }

    fn push(&mut self, name: &Derived<'_>, demand: Demand<'a>) {
        let name = self.free(name, &demand.to_string());
        self.constraints.push(Constraint { name, demand });
    }

    /// The name, or the one with the hash of what is demanded where another
    /// rule of this table has it.
    fn free(&self, name: &Derived<'_>, demand: &str) -> Box<str> {
        let plain = name.plain();
        let is_taken = self.constraints.iter().any(|other| other.name == plain);
        if is_taken { name.hashed(Fingerprint::of(demand)) } else { plain }
    }
}

fn suits(stored: Stored<'_>, column: Column<'_>, check: ValueCheck<'_>) -> Result<(), Error> {
    if check.suits() {
        return Ok(());
    }
    let field = column.field.name.to_string();
    Err(stored.trouble(Trouble::Check { field, check: check.check.name() }))
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
