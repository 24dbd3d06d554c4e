//! From a rule to the condition that is true where the rule is.

use super::value::described;
use crate::firestore::collection::CollectionModel;
use crate::firestore::rules::collections::Collections;
use crate::firestore::rules::language::RulesExpr;
use crate::firestore::{Error, ErrorKind};
use crate::schema::{Comparand, Expr, Literal, Operand};

/// Translates rules about one document.
#[derive(Clone, Debug)]
pub(crate) struct Translator<'s, 'a> {
    pub(crate) model: CollectionModel<'a>,
    pub(crate) collections: &'s Collections<'a>,
    /// The expression for its body.
    pub(crate) document: RulesExpr<'a>,
    /// What is known about it.
    pub(crate) view: View,
}

/// What is known about a document when rules are evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// All of it.
    Document,
    /// A query over its collection may find it: only the fields that the query
    /// names are known. All others look missing, and must not count as absent.
    Query,
    /// A query over all collections of its name may find it: the ids of the
    /// documents above are not known either.
    Group,
}

impl<'a> Translator<'_, 'a> {
    /// A condition that is true exactly where the rule is true; or, for
    /// `wanted` false, exactly where the rule is false. Elsewhere it is false
    /// or an error, which allows as little.
    pub(crate) fn condition(&self, expr: &'a Expr, wanted: bool) -> Result<RulesExpr<'a>, Error> {
        let decided = |holds: bool| Ok(RulesExpr::Bool(holds == wanted));
        match expr {
            Expr::Anyone => decided(true),
            Expr::Nobody | Expr::Service => decided(false),
            Expr::Authenticated => Ok(self.is_there(&Operand::Uid, wanted)?),
            Expr::And(parts) => self.chain(parts, wanted, wanted),
            Expr::Or(parts) => self.chain(parts, !wanted, wanted),
            Expr::Not(inner) => self.condition(inner, !wanted),
            Expr::Compare(comparison) => self.comparison(comparison, wanted),
            Expr::IsNone(operand) => self.is_there(operand, !wanted),
            Expr::IsSome(operand) => self.is_there(operand, wanted),
            Expr::In(operand, options) => self.options(operand, options, wanted),
            Expr::Holds(operand) => self.holds(operand, wanted),
            Expr::Exists(membership) => self.membership(membership, wanted),
            Expr::Rules(text) if wanted => Ok(RulesExpr::Raw(text)),
            Expr::Rules(text) => Ok(RulesExpr::Raw(text).not()),
            Expr::Sql(_) => Err(self.model.error(ErrorKind::SqlText)),
        }
    }

    fn chain(&self, parts: &'a [Expr], all: bool, wanted: bool) -> Result<RulesExpr<'a>, Error> {
        let parts: Result<Vec<_>, Error> =
            parts.iter().map(|part| self.condition(part, wanted)).collect();
        parts.map(if all { RulesExpr::all } else { RulesExpr::any })
    }

    fn is_there(&self, operand: &'a Operand, wanted: bool) -> Result<RulesExpr<'a>, Error> {
        let value = self.value(operand)?;
        Ok(if wanted { value.is_there() } else { value.is_absent() })
    }

    /// Where a field is absent.
    pub(crate) fn absent(&self, operand: &'a Operand) -> Result<RulesExpr<'a>, Error> {
        self.is_there(operand, false)
    }

    fn holds(&self, operand: &'a Operand, wanted: bool) -> Result<RulesExpr<'a>, Error> {
        let value = self.value(operand)?;
        match (value.kind, operand) {
            (Comparand::Bool, Operand::Literal(Literal::Bool(holds))) => {
                Ok(RulesExpr::Bool(*holds == wanted))
            }
            (Comparand::Bool, _) if wanted => Ok(value.expression),
            (Comparand::Bool, _) => Ok(value.expression.not()),
            (Comparand::Claim, _) => Ok(value.expression.eq(RulesExpr::Bool(wanted))),
            _ => Err(self.model.error(ErrorKind::NotACondition(described(operand)))),
        }
    }
}
