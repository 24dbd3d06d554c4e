//! That a rule can be said in SQL, and what it needs there.

use crate::postgres::catalogue::Command;
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::condition::helper::Link;
use crate::postgres::plan::condition::helpers::Helpers;
use crate::postgres::plan::condition::kind;
use crate::postgres::plan::condition::raw_sql::reads;
use crate::postgres::plan::model::table_model::TableModel;
use crate::postgres::plan::model::tables::Tables;
use crate::schema::{Comparand, Comparison, Expr, Literal, Operand, Operator};

/// Walks a condition; afterwards it can be printed.
pub(crate) struct Check<'c, 'a> {
    pub(crate) stored: TableModel<'a>,
    pub(crate) place: Place<'c, 'a>,
}

/// Where a condition stands.
pub(crate) enum Place<'c, 'a> {
    /// In the policy of a command.
    Policy {
        command: Command,
        tables: &'c Tables<'a>,
        helpers: &'c mut Helpers<'a>,
        /// The helpers that the policy calls.
        links: Vec<Link<'a>>,
    },
    /// In an index.
    Index,
}

impl<'a> Check<'_, 'a> {
    pub(crate) fn condition(&mut self, expr: &'a Expr) -> Result<(), Error> {
        match expr {
            Expr::Anyone | Expr::Nobody | Expr::Service => Ok(()),
            Expr::Authenticated => self.about_the_caller(),
            Expr::And(parts) | Expr::Or(parts) => {
                parts.iter().try_for_each(|part| self.condition(part))
            }
            Expr::Not(inner) => self.condition(inner),
            Expr::Compare(Comparison { left, operator, right }) => {
                self.comparison(left, *operator, right)
            }
            Expr::IsNone(operand) | Expr::IsSome(operand) => self.operand(operand).map(drop),
            Expr::In(operand, options) => self.options(operand, options),
            Expr::Holds(operand) => match self.operand(operand)? {
                Comparand::Bool | Comparand::Claim => Ok(()),
                _ => Err(self.stored.error(ErrorKind::NotACondition(described(operand)))),
            },
            Expr::Exists(membership) => {
                let Place::Policy { tables, helpers, links, .. } = &mut self.place else {
                    return Err(self.stored.error(ErrorKind::NotOfTheRow));
                };
                for condition in &*membership.conditions {
                    check_claim(self.stored, &condition.equals)?;
                }
                links.push(helpers.link(tables, self.stored, membership)?);
                Ok(())
            }
            Expr::Sql(sql) => self.sql(sql),
            Expr::Rules(_) => Err(self.stored.error(ErrorKind::RulesText)),
        }
    }

    fn comparison(
        &self,
        left: &'a Operand,
        operator: Operator,
        right: &'a Operand,
    ) -> Result<(), Error> {
        if kind::compares(self.operand(left)?, operator, self.operand(right)?) {
            return Ok(());
        }
        Err(self.incomparable(left, right))
    }

    /// A list has one type. So a claim among options of two kinds could not be
    /// read as one, and whoever asks is not a UUID and a text at once.
    fn options(&self, operand: &'a Operand, options: &'a [Operand]) -> Result<(), Error> {
        let kind = self.operand(operand)?;
        for option in options {
            self.comparison(operand, Operator::Eq, option)?;
        }
        let all = || options.iter().chain([operand]);
        let typed: Vec<&Operand> = match kind {
            _ if all().any(is_claim) => all().filter(|it| !is_claim(it)).collect(),
            Comparand::Caller => options.iter().collect(),
            _ => return Ok(()),
        };
        for (i, one) in typed.iter().enumerate() {
            for other in typed.iter().skip(i + 1) {
                if !kind::joins(self.operand(one)?, self.operand(other)?) {
                    return Err(self.incomparable(one, other));
                }
            }
        }
        Ok(())
    }

    fn operand(&self, operand: &'a Operand) -> Result<Comparand<'a>, Error> {
        match operand {
            Operand::Field(field) => {
                return Ok(Comparand::of_type(&self.stored.existing(field)?.field.kind));
            }
            Operand::Literal(Literal::Text(text)) => self.stored.check_text(text)?,
            Operand::Literal(_) => {}
            Operand::Uid | Operand::Role | Operand::Email | Operand::Now | Operand::Claim(_) => {
                self.about_the_caller()?;
                check_claim(self.stored, operand)?;
            }
        }
        kind::of(operand, self.stored)
            .ok_or_else(|| self.stored.error(ErrorKind::NoColumn(described(operand))))
    }

    fn about_the_caller(&self) -> Result<(), Error> {
        match self.place {
            Place::Policy { .. } => Ok(()),
            Place::Index => Err(self.stored.error(ErrorKind::NotOfTheRow)),
        }
    }

    fn sql(&self, sql: &str) -> Result<(), Error> {
        self.stored.check_text(sql)?;
        match self.place {
            Place::Policy { command, .. }
                if reads(sql, self.stored.schema(), self.stored.name()) =>
            {
                Err(self.stored.error(ErrorKind::ReadsItself(command)))
            }
            Place::Policy { .. } | Place::Index => Ok(()),
        }
    }

    fn incomparable(&self, left: &Operand, right: &Operand) -> Error {
        let (left, right) = (described(left), described(right));
        self.stored.error(ErrorKind::Incomparable { left, right })
    }
}

pub(crate) fn is_claim(operand: &Operand) -> bool {
    matches!(operand, Operand::Claim(_))
}

fn check_claim(stored: TableModel<'_>, operand: &Operand) -> Result<(), Error> {
    match operand {
        Operand::Claim(path) if path.is_empty() => Err(stored.error(ErrorKind::EmptyClaim)),
        Operand::Claim(path) => path.iter().try_for_each(|name| stored.check_text(name)),
        Operand::Literal(Literal::Text(text)) => stored.check_text(text),
        Operand::Field(_)
        | Operand::Literal(_)
        | Operand::Uid
        | Operand::Role
        | Operand::Email
        | Operand::Now => Ok(()),
    }
}

/// An operand as the rule in Rust has it, for a message.
pub(crate) fn described(operand: &Operand) -> String {
    match operand {
        Operand::Field(field) => format!("`{field}`"),
        Operand::Literal(Literal::Bool(value)) => format!("`{value}`"),
        Operand::Literal(Literal::Int(value)) => format!("`{value}`"),
        Operand::Literal(Literal::Float(value)) => format!("`{value}`"),
        Operand::Literal(Literal::Text(value)) => format!("`{value:?}`"),
        Operand::Uid => "`auth.uid()`".to_owned(),
        Operand::Role => "`auth.role()`".to_owned(),
        Operand::Email => "`auth.email()`".to_owned(),
        Operand::Claim(path) => format!("`auth.claim({:?})`", path.join(".")),
        Operand::Now => "`now()`".to_owned(),
    }
}
