//! A condition in SQL. `NULL` follows Kleene's tables, so does the tree.

use std::fmt::{self, Write};

use crate::postgres::plan::condition::check::is_claim;
use crate::postgres::plan::condition::helper::Link;
use crate::postgres::plan::condition::kind;
use crate::postgres::plan::condition::operand::{Value, Widened, operator};
use crate::postgres::plan::model::column_default::raw;
use crate::postgres::plan::model::table_model::TableModel;
use crate::postgres::sql::write::Sql;
use crate::schema::{Comparand, Comparison, Expr, Membership, Operand};

/// How tightly something binds: what stands inside must bind at least as
/// tightly as its place asks for, or go between parentheses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Binding {
    /// `a or b`
    Or,
    /// `a and b`
    And,
    /// `not a`
    Not,
    /// `a = b`, `a is null`
    Comparison,
    /// `a`, `(...)`
    Whole,
}

/// An expression about a row of `stored`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Expression<'s, 'a> {
    pub(crate) expr: &'a Expr,
    pub(crate) stored: TableModel<'a>,
    /// The helper function of each `exists(..)` in it.
    pub(crate) helpers: &'s [Link<'a>],
    /// How tightly it must bind.
    pub(crate) place: Binding,
    /// What stands before each of its parts but the first, when it has several.
    pub(crate) between: &'static str,
}

impl Sql for Expression<'_, '_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        if self.binding() >= self.place {
            return self.bare(w);
        }
        w.write_char('(')?;
        Self { between: " ", ..*self }.bare(w)?;
        w.write_char(')')
    }
}

impl<'a> Expression<'_, 'a> {
    fn binding(&self) -> Binding {
        match self.expr {
            Expr::And(parts) | Expr::Or(parts) if parts.len() < 2 => Binding::Whole,
            Expr::Or(_) => Binding::Or,
            Expr::And(_) => Binding::And,
            Expr::Not(_) => Binding::Not,
            Expr::In(_, options) if options.is_empty() => Binding::Whole,
            Expr::Authenticated
            | Expr::Compare(_)
            | Expr::IsNone(_)
            | Expr::IsSome(_)
            | Expr::In(..) => Binding::Comparison,
            Expr::Exists(membership) => {
                self.helper(membership).map_or(Binding::Whole, Link::binding)
            }
            Expr::Anyone
            | Expr::Nobody
            | Expr::Service
            | Expr::Holds(_)
            | Expr::Sql(_)
            | Expr::Rules(_) => Binding::Whole,
        }
    }

    fn bare<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self.expr {
            Expr::Anyone => w.write_str("true"),
            // The service role is above the rules, so nobody is left.
            Expr::Nobody | Expr::Service => w.write_str("false"),
            Expr::Authenticated => w.write_str("(select auth.uid()) is not null"),
            Expr::And(parts) => self.joined(w, parts, "and ", "true", Binding::And),
            Expr::Or(parts) => self.joined(w, parts, "or ", "false", Binding::Or),
            Expr::Not(inner) => {
                w.write_str("not ")?;
                self.part(inner, Binding::Whole).sql(w)
            }
            Expr::Compare(comparison) => self.comparison(w, comparison),
            Expr::IsNone(operand) => {
                self.value(operand, None).sql(w)?;
                w.write_str(" is null")
            }
            Expr::IsSome(operand) => {
                self.value(operand, None).sql(w)?;
                w.write_str(" is not null")
            }
            Expr::In(operand, options) => self.options(w, operand, options),
            Expr::Holds(operand) => self.value(operand, Some(Comparand::Bool)).sql(w),
            Expr::Exists(membership) => self.helper(membership).ok_or(fmt::Error)?.call(w),
            Expr::Sql(sql) => {
                w.write_char('(')?;
                raw(w, sql)?;
                w.write_char(')')
            }
            // Refused when the policy was checked.
            Expr::Rules(_) => Err(fmt::Error),
        }
    }

    fn part(&self, expr: &'a Expr, place: Binding) -> Self {
        Self { expr, place, between: " ", ..*self }
    }

    /// Parts with a word between them; `empty` when there are none.
    fn joined<W: Write + ?Sized>(
        &self,
        w: &mut W,
        parts: &'a [Expr],
        word: &str,
        empty: &str,
        binding: Binding,
    ) -> fmt::Result {
        match parts {
            [] => w.write_str(empty),
            [one] => Self { expr: one, ..*self }.sql(w),
            parts => {
                for (i, part) in parts.iter().enumerate() {
                    if i > 0 {
                        w.write_str(self.between)?;
                        w.write_str(word)?;
                    }
                    self.part(part, binding).sql(w)?;
                }
                Ok(())
            }
        }
    }

    fn comparison<W: Write + ?Sized>(&self, w: &mut W, compared: &'a Comparison) -> fmt::Result {
        let (left, right) = (self.kind(&compared.left)?, self.kind(&compared.right)?);
        self.value(&compared.left, Some(right)).sql(w)?;
        operator(w, compared.operator, left, right)?;
        self.value(&compared.right, Some(left)).sql(w)
    }

    fn options<W: Write + ?Sized>(
        &self,
        w: &mut W,
        operand: &'a Operand,
        options: &'a [Operand],
    ) -> fmt::Result {
        let [first, ..] = options else { return w.write_str("false") };
        // Beside a claim, all of the list has the type that it is read as.
        let claim = options.iter().any(is_claim).then_some(Comparand::Claim);
        let kind = self.kind(operand)?;
        // Among several, PostgreSQL would cut the others to the narrow float.
        let widened = |value| Widened { value, wanted: options.len() > 1 };
        widened(self.value(operand, Some(claim.unwrap_or(self.kind(first)?)))).sql(w)?;
        w.write_str(" in (")?;
        let option = |option| {
            let beside = claim.filter(|_| !is_claim(option)).unwrap_or(kind);
            widened(self.value(option, Some(beside)))
        };
        crate::postgres::sql::write::list(w, options.iter().map(option))?;
        w.write_char(')')
    }

    fn kind(&self, operand: &'a Operand) -> Result<Comparand<'a>, fmt::Error> {
        kind::of(operand, self.stored).ok_or(fmt::Error)
    }

    fn value(&self, operand: &'a Operand, beside: Option<Comparand<'a>>) -> Value<'a> {
        Value { operand, stored: self.stored, beside }
    }

    fn helper(&self, membership: &Membership) -> Option<&Link<'a>> {
        self.helpers.iter().find(|link| std::ptr::eq(link.membership, membership))
    }
}
