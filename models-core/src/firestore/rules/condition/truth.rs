//! Where a rule is true, and where it is false.

use super::value::described;
use crate::firestore::rules::collections::{Collections, Kept};
use crate::firestore::rules::language::Expression;
use crate::firestore::rules::{Error, ErrorKind};
use crate::schema::{Comparand, Expr, Literal, Operand};

/// A document that rules are asked about.
#[derive(Clone, Debug)]
pub(crate) struct Asked<'s, 'a> {
    pub(crate) kept: &'s Kept<'a>,
    pub(crate) collections: &'s Collections<'a>,
    /// What holds its body.
    pub(crate) document: Expression<'a>,
    /// What is known of it.
    pub(crate) view: View,
}

/// What is known of a document when rules are asked about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// All of it.
    Document,
    /// It is one that a query over its collection may find: only the fields are
    /// known that the query names. Any other is as if it were missing, and must
    /// not be taken for absent.
    Query,
    /// It is one that a query over all collections of its name may find: the
    /// ids of the documents above are not known either.
    Group,
}

impl<'a> Asked<'_, 'a> {
    /// A condition that is true exactly where the rule is true; or, for
    /// `wanted` false, exactly where the rule is false. Elsewhere it is false
    /// or an error, which allows as little.
    pub(crate) fn truth(&self, expr: &'a Expr, wanted: bool) -> Result<Expression<'a>, Error> {
        let decided = |holds: bool| Ok(Expression::Bool(holds == wanted));
        match expr {
            Expr::Anyone => decided(true),
            Expr::Nobody | Expr::Service => decided(false),
            Expr::Authenticated => Ok(self.is_there(&Operand::Uid, wanted)?),
            Expr::And(parts) => self.chain(parts, wanted, wanted),
            Expr::Or(parts) => self.chain(parts, !wanted, wanted),
            Expr::Not(inner) => self.truth(inner, !wanted),
            Expr::Compare(comparison) => self.comparison(comparison, wanted),
            Expr::IsNone(operand) => self.is_there(operand, !wanted),
            Expr::IsSome(operand) => self.is_there(operand, wanted),
            Expr::In(operand, options) => self.options(operand, options, wanted),
            Expr::Holds(operand) => self.holds(operand, wanted),
            Expr::Exists(membership) => self.membership(membership, wanted),
            Expr::Rules(text) if wanted => Ok(Expression::Raw(text)),
            Expr::Rules(text) => Ok(Expression::Raw(text).not()),
            Expr::Sql(_) => Err(self.kept.trouble(ErrorKind::SqlText)),
        }
    }

    fn chain(&self, parts: &'a [Expr], all: bool, wanted: bool) -> Result<Expression<'a>, Error> {
        let parts: Result<Vec<_>, Error> =
            parts.iter().map(|part| self.truth(part, wanted)).collect();
        parts.map(if all { Expression::all } else { Expression::any })
    }

    fn is_there(&self, operand: &'a Operand, wanted: bool) -> Result<Expression<'a>, Error> {
        let value = self.value(operand)?;
        Ok(if wanted { value.is_there() } else { value.is_absent() })
    }

    /// Where a field is absent.
    pub(crate) fn absent(&self, operand: &'a Operand) -> Result<Expression<'a>, Error> {
        self.is_there(operand, false)
    }

    fn holds(&self, operand: &'a Operand, wanted: bool) -> Result<Expression<'a>, Error> {
        let value = self.value(operand)?;
        match (value.kind, operand) {
            (Comparand::Bool, Operand::Literal(Literal::Bool(holds))) => {
                Ok(Expression::Bool(*holds == wanted))
            }
            (Comparand::Bool, _) if wanted => Ok(value.expression),
            (Comparand::Bool, _) => Ok(value.expression.not()),
            (Comparand::Claim, _) => Ok(value.expression.eq(Expression::Bool(wanted))),
            _ => Err(self.kept.trouble(ErrorKind::NotACondition(described(operand)))),
        }
    }
}
