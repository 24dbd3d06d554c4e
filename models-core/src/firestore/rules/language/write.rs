//! The text of an expression on one line.

use std::fmt::{self, Display, Formatter, Write};

use super::quote::{is_plain_segment, write_text};
use super::{BinaryOp, RulesExpr};

/// How tightly something binds: what stands inside must bind at least as
/// tightly as its place asks for, or go between parentheses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Precedence {
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

impl RulesExpr<'_> {
    pub(super) fn binding(&self) -> Precedence {
        match self {
            Self::If(_) => Precedence::If,
            Self::Or(_) => Precedence::Or,
            Self::And(_) => Precedence::And,
            Self::Binary(operator, _) => operator.binding(),
            Self::Is(..) => Precedence::Comparison,
            Self::Not(_) => Precedence::Prefix,
            Self::Int(int) if *int < 0 => Precedence::Prefix,
            Self::Float(float) if float.is_sign_negative() => Precedence::Prefix,
            Self::Bool(_)
            | Self::Null
            | Self::Int(_)
            | Self::Float(_)
            | Self::Text(_)
            | Self::NoBytes
            | Self::NoMap
            | Self::Name(_)
            | Self::Member(..)
            | Self::Index(..)
            | Self::List(_)
            | Self::Call(..)
            | Self::CallFunction(..)
            | Self::Method(..)
            | Self::Path(_)
            | Self::Raw(_) => Precedence::Whole,
        }
    }

    /// Whether it is a name of a path that stands there as it is.
    pub(super) fn is_plain_segment(&self) -> bool {
        matches!(self, Self::Text(name) if is_plain_segment(name))
    }

    /// Writes it, between parentheses where its place asks for more.
    pub(super) fn write_inside(&self, out: &mut String, place: Precedence) {
        if self.binding() >= place {
            self.write(out);
        } else {
            out.push('(');
            self.write(out);
            out.push(')');
        }
    }

    pub(super) fn write(&self, out: &mut String) {
        match self {
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Null => out.push_str("null"),
            Self::Int(int) => write_number(out, int),
            Self::Float(float) => write_float(out, *float),
            Self::Text(text) => write_text(out, text),
            Self::NoBytes => out.push_str("b''"),
            Self::NoMap => out.push_str("{}"),
            Self::Name(name) => out.push_str(name),
            Self::Member(base, name) => {
                base.write_inside(out, Precedence::Whole);
                out.push('.');
                out.push_str(name);
            }
            Self::Index(parts) => {
                let [base, index] = &**parts;
                base.write_inside(out, Precedence::Whole);
                out.push('[');
                index.write(out);
                out.push(']');
            }
            Self::List(parts) => write_list(out, '[', parts, ']'),
            Self::Call(name, arguments) => write_call(out, name, arguments),
            Self::CallFunction(function, arguments) => {
                write_call(out, &function.name, arguments);
            }
            Self::Method(base, name, arguments) => {
                base.write_inside(out, Precedence::Whole);
                out.push('.');
                write_call(out, name, arguments);
            }
            Self::Is(value, kind) => {
                value.write_inside(out, Precedence::Sum);
                out.push_str(" is ");
                out.push_str(kind);
            }
            Self::Binary(operator, sides) => {
                let ([left, right], place) = (&**sides, operator.of_its_sides());
                left.write_inside(out, place);
                out.push_str(operator.text());
                right.write_inside(out, place);
            }
            Self::Not(value) => {
                out.push('!');
                value.write_inside(out, Precedence::Whole);
            }
            Self::And(parts) => write_chain(out, parts, " && "),
            Self::Or(parts) => write_chain(out, parts, " || "),
            Self::If(parts) => {
                let [condition, one, other] = &**parts;
                condition.write_inside(out, Precedence::Or);
                out.push_str(" ? ");
                one.write_inside(out, Precedence::Or);
                out.push_str(" : ");
                other.write_inside(out, Precedence::Or);
            }
            Self::Path(segments) => write_path(out, segments),
            Self::Raw(text) => {
                out.push('(');
                out.push_str(text);
                // A comment at its end must not swallow what follows.
                out.push_str(if text.contains("//") { "\n)" } else { ")" });
            }
        }
    }
}

impl Display for RulesExpr<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.write(&mut out);
        f.write_str(&out)
    }
}

impl BinaryOp {
    const fn binding(self) -> Precedence {
        match self {
            Self::Plus | Self::Times | Self::Modulo => Precedence::Sum,
            Self::Eq | Self::Ne | Self::Lt | Self::Le | Self::Gt | Self::Ge | Self::In => {
                Precedence::Comparison
            }
        }
    }

    /// How tightly its two sides must bind.
    pub(super) const fn of_its_sides(self) -> Precedence {
        match self {
            Self::Plus | Self::Times | Self::Modulo => Precedence::Prefix,
            Self::Eq | Self::Ne | Self::Lt | Self::Le | Self::Gt | Self::Ge | Self::In => {
                Precedence::Sum
            }
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Eq => " == ",
            Self::Ne => " != ",
            Self::Lt => " < ",
            Self::Le => " <= ",
            Self::Gt => " > ",
            Self::Ge => " >= ",
            Self::In => " in ",
            Self::Plus => " + ",
            Self::Times => " * ",
            Self::Modulo => " % ",
        }
    }
}

/// A part of a chain that is a chain itself is between parentheses.
fn write_chain(out: &mut String, parts: &[RulesExpr<'_>], between: &str) {
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            out.push_str(between);
        }
        part.write_inside(out, Precedence::Comparison);
    }
}

fn write_call(out: &mut String, name: &str, arguments: &[RulesExpr<'_>]) {
    out.push_str(name);
    write_list(out, '(', arguments, ')');
}

fn write_list(out: &mut String, open: char, parts: &[RulesExpr<'_>], close: char) {
    out.push(open);
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        part.write(out);
    }
    out.push(close);
}

fn write_path(out: &mut String, segments: &[RulesExpr<'_>]) {
    out.push_str("/databases/$(database)/documents");
    for segment in segments {
        match segment {
            RulesExpr::Text(name) if is_plain_segment(name) => {
                out.push('/');
                out.push_str(name);
            }
            value => {
                out.push_str("/$(");
                value.write(out);
                out.push(')');
            }
        }
    }
}

fn write_number(out: &mut String, number: impl Display) {
    let _ = write!(out, "{number}");
}

/// The language has no exponents, and takes digits without a point for a whole
/// number.
fn write_float(out: &mut String, float: f64) {
    let start = out.len();
    write_number(out, float);
    if !out[start..].contains('.') {
        out.push_str(".0");
    }
}

#[cfg(test)]
mod tests {
    use super::{BinaryOp, RulesExpr};

    fn name(name: &str) -> RulesExpr<'_> {
        RulesExpr::name(name)
    }

    #[test]
    fn what_binds_less_is_between_parentheses() {
        let sum = name("n").binary(BinaryOp::Plus, RulesExpr::Int(-1));
        let both = RulesExpr::all([name("a"), RulesExpr::any([name("b"), name("c")])]);
        for (expression, written) in [
            (sum.clone().eq(RulesExpr::Float(2.0)), "n + -1 == 2.0"),
            (sum.binary(BinaryOp::Times, name("m")), "(n + -1) * m"),
            (both.clone().not(), "!(a && (b || c))"),
            (RulesExpr::any([both, name("d").is("int").not()]), "(a && (b || c)) || !(d is int)"),
            (name("a").eq(name("b")).eq(name("c")), "(a == b) == c"),
        ] {
            assert_eq!(expression.to_string(), written);
        }
    }

    #[test]
    fn numbers_have_no_exponent() {
        assert_eq!(RulesExpr::Float(1e21).to_string(), "1000000000000000000000.0");
        assert_eq!(RulesExpr::Float(-0.5).to_string(), "-0.5");
        assert_eq!(RulesExpr::Int(i64::MIN).to_string(), "-9223372036854775808");
    }
}
