//! # `condition_says_something`
//!
//! Every part of a rule can change whom it lets in.
//!
//! `nobody && ..` never holds and `anyone || ..` always does; `service || ..`
//! is the rest alone, because the service role is above the rules; a value
//! that is compared with itself, or two literals with each other, are decided
//! before any row is read. `auth.role()` is the database's role, `anon` or
//! `authenticated` for a client: roles of an application are claims. Such a
//! part was meant to say something else, and in a rule that is a hole.

use super::open_write_states_a_reason::is_open;
use super::possible::{Caller, TruthSet, can_allow, possible};
use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Comparison, Expr, Literal, Model, Operand, Rule};

pub(super) const CONVENTION: Convention = Convention { name: "condition_says_something", check };

fn check(model: &Model, findings: &mut Findings) {
    let names_its_fields = |rule: &&Rule| {
        rule.allow.operands().into_iter().any(|operand| model.own_field(operand).is_some())
    };
    for (command, rule) in model.access.rules().filter(|(_, rule)| !names_its_fields(rule)) {
        let mut problems = Vec::new();
        rule.allow.walk(&mut |expr| problems.extend(decided(expr)));
        // An open write is told once, by the convention about it.
        if problems.is_empty() && (command == "select" || !is_open(rule)) {
            problems.extend(constant(&rule.allow));
            if problems.is_empty() && !is_word(&rule.allow) && lets_nobody_in(&rule.allow) {
                problems.push(
                    Diagnostic::new(rule.at, format!("no client may ever {command}"))
                        .why("the parts of the rule contradict each other")
                        .fix(format!("write `{command} = nobody`, or drop what contradicts")),
                );
            }
        }
        for problem in problems {
            findings.push(problem);
        }
    }
}

/// Comparisons that need no row and no caller.
fn decided(expr: &Expr) -> Option<Diagnostic> {
    match expr {
        Expr::Compare(comparison) => role(comparison).or_else(|| {
            pointless(&comparison.left, &comparison.right)
                .map(|what| Diagnostic::new(comparison.at, what).fix("compare a field with it"))
        }),
        Expr::In(value, items, _) => {
            let what = items.iter().find_map(|item| pointless(value, item));
            let mixed = matches!(value, Operand::Claim(_))
                && items.windows(2).any(|pair| kind(&pair[0]) != kind(&pair[1]));
            let what = what.or(mixed.then_some("this list holds values of different types"))?;
            Some(Diagnostic::new(expr.at(), what).fix("compare a field with values of its type"))
        }
        Expr::IsNone(Operand::Literal(literal)) | Expr::IsSome(Operand::Literal(literal)) => {
            Some(Diagnostic::new(literal.at, "a literal is always there").fix("ask it of a field"))
        }
        _ => None,
    }
}

/// Two values whose comparison is decided as it is written.
fn pointless(left: &Operand, right: &Operand) -> Option<&'static str> {
    match (left, right) {
        (Operand::Literal(_), Operand::Literal(_)) => Some("both sides are written here"),
        (Operand::Field(a), Operand::Field(b)) if a == b => Some("a field is compared with itself"),
        (Operand::Uid(_), Operand::Uid(_))
        | (Operand::Role(_), Operand::Role(_))
        | (Operand::Email(_), Operand::Email(_))
        | (Operand::Now(_), Operand::Now(_)) => Some("a value is compared with itself"),
        _ => None,
    }
}

/// What can be told of a value's type by its looks.
fn kind(value: &Operand) -> Option<&'static str> {
    let Operand::Literal(literal) = value else { return None };
    Some(match &literal.value {
        Literal::Bool(_) => "bool",
        Literal::Int(_) | Literal::Float(_) => "number",
        Literal::Text(_) => "text",
        Literal::Variant(_) => "variant",
    })
}

/// `auth.role() == "admin"`
fn role(comparison: &Comparison) -> Option<Diagnostic> {
    let ((Operand::Role(_), other) | (other, Operand::Role(_))) =
        (&comparison.left, &comparison.right)
    else {
        return None;
    };
    let Operand::Literal(literal) = other else { return None };
    let Literal::Text(role) = &literal.value else { return None };
    let (why, fix) = match role.as_str() {
        "anon" | "authenticated" => return None,
        "service_role" => (
            "the service role is above the rules: it may whatever they say",
            "leave it out, or write `service` as the whole rule".to_owned(),
        ),
        other => (
            "it is the database's role: `anon` or `authenticated` for a client",
            format!("a role of yours is a claim: `auth.claim(\"role\") == {other:?}`"),
        ),
    };
    let what = format!("`auth.role()` is never {role:?} here");
    Some(Diagnostic::new(comparison.at, what).why(why).fix(fix))
}

/// The innermost part that decides, or says nothing, beside the others.
fn constant(expr: &Expr) -> Option<Diagnostic> {
    let parts = match expr {
        Expr::And(parts) | Expr::Or(parts) => parts.as_slice(),
        Expr::Not(at, inner) if is_word(inner) && !matches!(**inner, Expr::Authenticated(_)) => {
            let opposite = if matches!(**inner, Expr::Anyone(_)) { "nobody" } else { "anyone" };
            return Some(
                Diagnostic::new(at.to(inner.at()), format!("the opposite of `{inner}` has a name"))
                    .fix(format!("write `{opposite}`")),
            );
        }
        Expr::Not(_, inner) => return constant(inner),
        _ => return None,
    };
    let joined_with_and = matches!(expr, Expr::And(_));
    parts.iter().find_map(constant).or_else(|| {
        let part = parts.iter().find(|part| always(part) || never(part))?;
        Some(beside(part, parts, joined_with_and, always(part)))
    })
}

/// A part that is always or never true, joined to others.
fn beside(part: &Expr, parts: &[Expr], joined_with_and: bool, always: bool) -> Diagnostic {
    let at: Extent = part.at();
    let rest: Vec<String> = parts
        .iter()
        .filter(|other| !std::ptr::eq(*other, part))
        .map(|other| match other {
            Expr::And(_) | Expr::Or(_) => format!("({other})"),
            other => other.to_string(),
        })
        .collect();
    let rest = rest.join(if joined_with_and { " && " } else { " || " });
    if always == joined_with_and {
        let problem = Diagnostic::new(at, format!("`{part}` says nothing here"));
        let problem = match part {
            Expr::Service(_) => {
                problem.why("the service role is above the rules: it may whatever they say")
            }
            _ if always => problem.why("it is always true"),
            _ => problem.why("it is never true for a client"),
        };
        return problem.fix(format!("write `{rest}`"));
    }
    let word = match part {
        Expr::Service(_) => "service",
        _ if always => "anyone",
        _ => "nobody",
    };
    let holds = if always { "always" } else { "never" };
    Diagnostic::new(at, format!("with `{part}`, the whole condition {holds} holds"))
        .why("what is joined to it says nothing")
        .fix(format!("write `{word}`, or `{rest}`"))
}

fn is_word(expr: &Expr) -> bool {
    matches!(expr, Expr::Anyone(_) | Expr::Authenticated(_) | Expr::Nobody(_) | Expr::Service(_))
}

fn always(expr: &Expr) -> bool {
    Caller::ALL.into_iter().all(|caller| possible(expr, caller) == TruthSet::TRUE)
}

/// Whether the rule is true for no client, whatever the row.
fn lets_nobody_in(expr: &Expr) -> bool {
    !Caller::ALL.into_iter().any(|caller| can_allow(expr, caller))
}

/// False, and not unknown, which a `!` would not make true.
fn never(expr: &Expr) -> bool {
    Caller::ALL.into_iter().all(|caller| possible(expr, caller) == TruthSet::FALSE)
}
