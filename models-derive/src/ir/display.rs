//! Conditions as text, for messages and pages.

use std::fmt::{self, Display, Formatter};

use syn::Path;

use super::{Comparison, Expr, Literal, Membership, Operand, Operator};

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anyone(_) => f.write_str("anyone"),
            Self::Authenticated(_) => f.write_str("authenticated"),
            Self::Nobody(_) => f.write_str("nobody"),
            Self::Service(_) => f.write_str("service"),
            Self::And(all) => join(f, all, " && "),
            Self::Or(any) => join(f, any, " || "),
            Self::Not(_, inner) => {
                f.write_str("!")?;
                match &**inner {
                    Self::Compare(_) | Self::In(..) => write!(f, "({inner})"),
                    inner => grouped(f, inner),
                }
            }
            Self::Compare(comparison) => comparison.fmt(f),
            Self::IsNone(value) => write!(f, "{value}.is_none()"),
            Self::IsSome(value) => write!(f, "{value}.is_some()"),
            Self::Holds(value) => value.fmt(f),
            Self::In(value, items, _) => {
                write!(f, "{value} in [")?;
                list(f, items)?;
                f.write_str("]")
            }
            Self::Exists(membership) => membership.fmt(f),
            Self::Sql(sql) => write!(f, "sql({:?})", sql.value),
            Self::Rules(text) => write!(f, "rules({:?})", text.value),
        }
    }
}

fn join(f: &mut Formatter<'_>, parts: &[Expr], operator: &str) -> fmt::Result {
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            f.write_str(operator)?;
        }
        grouped(f, part)?;
    }
    Ok(())
}

fn grouped(f: &mut Formatter<'_>, expr: &Expr) -> fmt::Result {
    match expr {
        Expr::And(_) | Expr::Or(_) => write!(f, "({expr})"),
        other => other.fmt(f),
    }
}

fn list<T: Display>(f: &mut Formatter<'_>, items: &[T]) -> fmt::Result {
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            f.write_str(", ")?;
        }
        item.fmt(f)?;
    }
    Ok(())
}

impl Display for Comparison {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.left, self.operator, self.right)
    }
}

impl Display for Operator {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
        })
    }
}

impl Display for Operand {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(ident) => ident.fmt(f),
            Self::Literal(literal) => literal.value.fmt(f),
            Self::Uid(_) => f.write_str("auth.uid()"),
            Self::Role(_) => f.write_str("auth.role()"),
            Self::Email(_) => f.write_str("auth.email()"),
            Self::Now(_) => f.write_str("now()"),
            Self::Claim(path) => write!(f, "auth.claim({:?})", path.value.join(".")),
        }
    }
}

impl Display for Literal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => value.fmt(f),
            Self::Int(value) => value.fmt(f),
            Self::Float(value) => write!(f, "{value:?}"),
            Self::Text(value) => write!(f, "{value:?}"),
            Self::Variant(variant) => f.write_str(&path(variant)),
        }
    }
}

impl Display for Membership {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "exists({} {{ ", path(&self.model))?;
        for (i, condition) in self.conditions.iter().enumerate() {
            if i > 0 {
                f.write_str(", ")?;
            }
            match &condition.equals {
                Operand::Field(same) if *same == condition.field => same.fmt(f)?,
                other => write!(f, "{}: {other}", condition.field)?,
            }
        }
        f.write_str(" })")
    }
}

/// A path without generic arguments.
pub(crate) fn path(path: &Path) -> String {
    let names: Vec<String> = path.segments.iter().map(|part| part.ident.to_string()).collect();
    let start = if path.leading_colon.is_some() { "::" } else { "" };
    format!("{start}{}", names.join("::"))
}
