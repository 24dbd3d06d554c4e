//! How a long expression is written on several lines.

use std::fmt::{self, Display, Formatter};

use super::Expression;
use super::write::Binding;

/// Characters that a line may have.
const WIDTH: usize = 100;

/// An expression behind what begins its line.
#[derive(Debug)]
pub(super) struct Lines<'e, 'a> {
    pub(super) expression: &'e Expression<'a>,
    /// Spaces before the line that it begins on.
    pub(super) indent: usize,
    /// Characters of that line before it.
    pub(super) used: usize,
}

impl Display for Lines<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { expression, indent, used } = *self;
        let flat = expression.to_string();
        let (sign, parts) = match expression {
            _ if indent + used + flat.chars().count() < WIDTH => return f.write_str(&flat),
            Expression::And(parts) => ("&& ", parts),
            Expression::Or(parts) => ("|| ", parts),
            _ => return f.write_str(&flat),
        };
        let inner = indent + 2;
        for (i, part) in parts.iter().enumerate() {
            if i > 0 {
                write!(f, "\n{:inner$}{sign}", "")?;
            }
            let used = if i > 0 { sign.len() } else { used };
            if part.binding() >= Binding::Comparison {
                Lines { expression: part, indent: inner, used }.fmt(f)?;
            } else {
                group(f, part, inner, used)?;
            }
        }
        Ok(())
    }
}

/// A chain inside another one.
fn group(
    f: &mut Formatter<'_>,
    expression: &Expression<'_>,
    indent: usize,
    used: usize,
) -> fmt::Result {
    let flat = expression.to_string();
    if indent + used + flat.chars().count() + 2 < WIDTH {
        return write!(f, "({flat})");
    }
    let inner = indent + 2;
    let lines = Lines { expression, indent: inner, used: 0 };
    write!(f, "(\n{:inner$}{lines}\n{:indent$})", "", "")
}
