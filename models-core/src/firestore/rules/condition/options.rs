//! `value in [..]`

use super::kind;
use super::translator::Translator;
use crate::firestore::Error;
use crate::firestore::rules::language::{BinaryOp, RulesExpr};
use crate::schema::{Comparand, Literal, Operand, Operator};

impl<'a> Translator<'_, 'a> {
    /// Where the value is one of these; or, for `wanted` false, where it is
    /// there and is another than each of them.
    pub(super) fn options(
        &self,
        operand: &'a Operand,
        options: &'a [Operand],
        wanted: bool,
    ) -> Result<RulesExpr<'a>, Error> {
        let operator = if wanted { Operator::Eq } else { Operator::Ne };
        let each: Result<Vec<_>, Error> =
            options.iter().map(|option| self.compare(operand, operator, option)).collect();
        let each = each?;
        let listed = self.listed(operand, options, wanted)?;
        Ok(match listed {
            Some(listed) if each.len() > 1 => listed,
            _ if wanted => RulesExpr::any(each),
            _ => RulesExpr::all(each),
        })
    }

    /// The same as one question, where the language asks it as strictly:
    /// there 1 is not among `[1.0]`, and one error spoils the whole list.
    fn listed(
        &self,
        operand: &'a Operand,
        options: &'a [Operand],
        wanted: bool,
    ) -> Result<Option<RulesExpr<'a>>, Error> {
        let value = self.value(operand)?;
        let mut list = Vec::new();
        for option in options {
            let Operand::Literal(literal) = option else { return Ok(None) };
            let same = match literal {
                Literal::Int(_) => value.kind == Comparand::Whole,
                Literal::Text(_) => {
                    kind::is_characters(value.kind) || value.kind == Comparand::Claim
                }
                Literal::Bool(_) | Literal::Float(_) => false,
            };
            if !same || value.is_hidden {
                return Ok(None);
            }
            list.push(self.literal(literal)?);
        }
        let guard = value.guard();
        let is_in = value.expression.binary(BinaryOp::In, RulesExpr::List(list));
        Ok(Some(if wanted { is_in } else { RulesExpr::all([guard, is_in.not()]) }))
    }
}
