//! How an expression is written on one line.

use std::fmt::{self, Display, Formatter, Write};

use super::quote::{Member, Quoted};
use super::{Expression, Sign};

/// How tightly something binds: what stands inside must bind at least as
/// tightly as its place asks for, or go between parentheses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Binding {
    /// `a ? b : c`
    If,
    /// `a || b`
    Or,
    /// `a && b`
    And,
    /// `a == b`, `a in b`, `a is int`
    Comparison,
    /// `a + b`
    Sum,
    /// `!a`, `-1`
    Prefix,
    /// `a.b`, `a(b)`
    Whole,
}

impl Expression<'_> {
    pub(super) fn binding(&self) -> Binding {
        match self {
            Self::If(_) => Binding::If,
            Self::Or(_) => Binding::Or,
            Self::And(_) => Binding::And,
            Self::Binary(_, Sign::Plus | Sign::Times | Sign::Modulo, _) => Binding::Sum,
            Self::Is(..) | Self::Binary(..) => Binding::Comparison,
            Self::Not(_) => Binding::Prefix,
            Self::Int(int) if *int < 0 => Binding::Prefix,
            Self::Float(float) if float.is_sign_negative() => Binding::Prefix,
            Self::Bool(_)
            | Self::Null
            | Self::Int(_)
            | Self::Float(_)
            | Self::Text(_)
            | Self::NoBytes
            | Self::NoMap
            | Self::Name(_)
            | Self::Member(..)
            | Self::Item(..)
            | Self::List(_)
            | Self::Call(..)
            | Self::Own(..)
            | Self::Method(..)
            | Self::Path(_)
            | Self::Raw(_) => Binding::Whole,
        }
    }

    /// What the two sides of an operator must bind like.
    pub(super) fn place(&self) -> Binding {
        match self.binding() {
            Binding::Sum => Binding::Prefix,
            _ => Binding::Sum,
        }
    }

    /// Writes it, between parentheses where its place asks for more.
    fn write_inside(&self, f: &mut Formatter<'_>, place: Binding) -> fmt::Result {
        if self.binding() >= place { write!(f, "{self}") } else { write!(f, "({self})") }
    }
}

impl Display for Expression<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(holds) => write!(f, "{holds}"),
            Self::Null => f.write_str("null"),
            Self::Int(int) => write!(f, "{int}"),
            Self::Float(float) => number(f, *float),
            Self::Text(text) => write!(f, "{}", Quoted(text)),
            Self::NoBytes => f.write_str("b''"),
            Self::NoMap => f.write_str("{}"),
            Self::Name(name) => f.write_str(name),
            Self::Member(base, name) => {
                base.write_inside(f, Binding::Whole)?;
                write!(f, "{}", Member(name))
            }
            Self::Item(base, position) => {
                base.write_inside(f, Binding::Whole)?;
                write!(f, "[{position}]")
            }
            Self::List(parts) => list(f, "[", parts, "]"),
            Self::Call(name, arguments) => call(f, name, arguments),
            Self::Own(function, arguments) => call(f, &function.name, arguments),
            Self::Method(base, name, arguments) => {
                base.write_inside(f, Binding::Whole)?;
                f.write_char('.')?;
                call(f, name, arguments)
            }
            Self::Is(value, kind) => {
                value.write_inside(f, Binding::Sum)?;
                write!(f, " is {kind}")
            }
            Self::Binary(left, sign, right) => {
                let place = self.place();
                left.write_inside(f, place)?;
                write!(f, " {} ", sign.text())?;
                right.write_inside(f, place)
            }
            Self::Not(value) => {
                f.write_char('!')?;
                value.write_inside(f, Binding::Whole)
            }
            Self::And(parts) => chain(f, parts, " && "),
            Self::Or(parts) => chain(f, parts, " || "),
            Self::If(parts) => {
                let [condition, one, other] = &**parts;
                condition.write_inside(f, Binding::Or)?;
                f.write_str(" ? ")?;
                one.write_inside(f, Binding::Or)?;
                f.write_str(" : ")?;
                other.write_inside(f, Binding::Or)
            }
            Self::Path(path) => write!(f, "{path}"),
            // A comment at its end must not swallow what follows.
            Self::Raw(text) if text.contains("//") => write!(f, "({text}\n)"),
            Self::Raw(text) => write!(f, "({text})"),
        }
    }
}

impl Sign {
    const fn text(self) -> &'static str {
        match self {
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
            Self::In => "in",
            Self::Plus => "+",
            Self::Times => "*",
            Self::Modulo => "%",
        }
    }
}

/// A part of a chain that is a chain itself is between parentheses.
fn chain(f: &mut Formatter<'_>, parts: &[Expression<'_>], between: &str) -> fmt::Result {
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            f.write_str(between)?;
        }
        part.write_inside(f, Binding::Comparison)?;
    }
    Ok(())
}

fn call(f: &mut Formatter<'_>, name: &str, arguments: &[Expression<'_>]) -> fmt::Result {
    f.write_str(name)?;
    list(f, "(", arguments, ")")
}

fn list(f: &mut Formatter<'_>, open: &str, parts: &[Expression<'_>], close: &str) -> fmt::Result {
    f.write_str(open)?;
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            f.write_str(", ")?;
        }
        write!(f, "{part}")?;
    }
    f.write_str(close)
}

/// The language has no exponents, and takes digits without a point for a whole
/// number.
fn number(f: &mut Formatter<'_>, float: f64) -> fmt::Result {
    let digits = float.to_string();
    f.write_str(&digits)?;
    if digits.contains('.') { Ok(()) } else { f.write_str(".0") }
}

#[cfg(test)]
mod tests {
    use super::{Expression, Sign};

    fn name(name: &str) -> Expression<'_> {
        Expression::name(name)
    }

    #[test]
    fn what_binds_less_is_between_parentheses() {
        let sum = name("n").binary(Sign::Plus, Expression::Int(-1));
        let both = Expression::all([name("a"), Expression::any([name("b"), name("c")])]);
        for (expression, written) in [
            (sum.clone().eq(Expression::Float(2.0)), "n + -1 == 2.0"),
            (sum.binary(Sign::Times, name("m")), "(n + -1) * m"),
            (both.clone().not(), "!(a && (b || c))"),
            (Expression::any([both, name("d").is("int").not()]), "(a && (b || c)) || !(d is int)"),
            (name("a").eq(name("b")).eq(name("c")), "(a == b) == c"),
        ] {
            assert_eq!(expression.to_string(), written);
        }
    }

    #[test]
    fn numbers_have_no_exponent() {
        assert_eq!(Expression::Float(1e21).to_string(), "1000000000000000000000.0");
        assert_eq!(Expression::Float(-0.5).to_string(), "-0.5");
        assert_eq!(Expression::Int(i64::MIN).to_string(), "-9223372036854775808");
    }
}
