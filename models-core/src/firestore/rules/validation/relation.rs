//! Relations between fields: model unless they are false, so that an absent
//! value breaks none.

use crate::firestore::rules::condition::Translator;
use crate::firestore::rules::language::RulesExpr;
use crate::firestore::{Error, ErrorKind};
use crate::schema::{Comparison, Expr, Operand};

impl<'a> Translator<'_, 'a> {
    /// Where the relation is not false; or, for `wanted` false, where its
    /// opposite is not.
    pub(super) fn unless_false(
        &self,
        expr: &'a Expr,
        wanted: bool,
    ) -> Result<RulesExpr<'a>, Error> {
        match expr {
            Expr::And(parts) => self.parts_unless_false(parts, wanted, wanted),
            Expr::Or(parts) => self.parts_unless_false(parts, !wanted, wanted),
            Expr::Not(inner) => self.unless_false(inner, !wanted),
            Expr::Compare(Comparison { left, right, .. }) => {
                self.unless_absent([left, right], self.condition(expr, wanted)?)
            }
            Expr::In(operand, options) => {
                let operands = std::iter::once(operand).chain(options.iter());
                self.unless_absent(operands, self.condition(expr, wanted)?)
            }
            Expr::Holds(operand) => self.unless_absent([operand], self.condition(expr, wanted)?),
            // These two are never unknown.
            Expr::IsNone(_) | Expr::IsSome(_) => self.condition(expr, wanted),
            Expr::Anyone
            | Expr::Authenticated
            | Expr::Nobody
            | Expr::Service
            | Expr::Exists(_)
            | Expr::Sql(_)
            | Expr::Rules(_) => Err(self.model.error(ErrorKind::NotOfTheDocument)),
        }
    }

    fn parts_unless_false(
        &self,
        parts: &'a [Expr],
        all: bool,
        wanted: bool,
    ) -> Result<RulesExpr<'a>, Error> {
        let parts: Result<Vec<_>, Error> =
            parts.iter().map(|part| self.unless_false(part, wanted)).collect();
        parts.map(if all { RulesExpr::all } else { RulesExpr::any })
    }

    fn unless_absent(
        &self,
        operands: impl IntoIterator<Item = &'a Operand>,
        condition: RulesExpr<'a>,
    ) -> Result<RulesExpr<'a>, Error> {
        let mut ways = Vec::new();
        for operand in operands {
            match operand {
                Operand::Field(name) => {
                    if self.model.def.field(name).is_some_and(|field| field.nullable) {
                        ways.push(self.absent(operand)?);
                    }
                }
                Operand::Literal(_) => {}
                Operand::Uid
                | Operand::Role
                | Operand::Email
                | Operand::Claim(_)
                | Operand::Now => return Err(self.model.error(ErrorKind::NotOfTheDocument)),
            }
        }
        ways.push(condition);
        Ok(RulesExpr::any(ways))
    }
}
