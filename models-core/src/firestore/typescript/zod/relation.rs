//! Relations between fields: model unless they are false, so that an absent
//! value breaks none.

use super::check;
use crate::firestore::text::quote::JsonText;
use crate::firestore::typescript::document::TypedDocument;
use crate::firestore::typescript::helper::TypeScriptHelper;
use crate::firestore::typescript::names;
use crate::firestore::typescript::property::Property;
use crate::firestore::typescript::value::DefaultValue;
use crate::schema::{Comparison, Expr, Literal, Operand, Operator, Type, TypeScriptComparison};

/// Where the relation is not false; or, for `wanted` false, where its opposite
/// is not. `None` where that cannot be checked in what a writer gives.
pub(super) fn unless_false(
    expr: &Expr,
    wanted: bool,
    document: &TypedDocument<'_>,
    helpers: &mut Vec<TypeScriptHelper>,
) -> Option<String> {
    let parts = |parts: &[Expr], all: bool, helpers: &mut Vec<TypeScriptHelper>| {
        let parts: Option<Vec<String>> =
            parts.iter().map(|part| unless_false(part, wanted, document, helpers)).collect();
        Some(format!("({})", parts?.join(if all { " && " } else { " || " })))
    };
    match expr {
        Expr::And(all) => parts(all, wanted, helpers),
        Expr::Or(any) => parts(any, !wanted, helpers),
        Expr::Not(inner) => unless_false(inner, !wanted, document, helpers),
        Expr::Compare(Comparison { left, operator, right }) => {
            let sides = [left, right];
            let condition = compared(left, *operator, right, document, helpers)?;
            unless_absent(&sides, negated(condition, wanted), document)
        }
        Expr::In(operand, options) => {
            let equal = |option| compared(operand, Operator::Eq, option, document, &mut *helpers);
            let equal: Option<Vec<String>> = options.iter().map(equal).collect();
            let condition = negated(format!("({})", equal?.join(" || ")), wanted);
            let operands: Vec<&Operand> = std::iter::once(operand).chain(options.iter()).collect();
            unless_absent(&operands, condition, document)
        }
        Expr::Holds(operand) => {
            let (text, _) = field(operand, document)?;
            unless_absent(&[operand], format!("{text} === {wanted}"), document)
        }
        // These two are never unknown.
        Expr::IsNone(operand) => Some(presence(operand, !wanted, document)?),
        Expr::IsSome(operand) => Some(presence(operand, wanted, document)?),
        Expr::Anyone
        | Expr::Authenticated
        | Expr::Nobody
        | Expr::Service
        | Expr::Exists(_)
        | Expr::Sql(_)
        | Expr::Rules(_) => None,
    }
}

fn negated(condition: String, wanted: bool) -> String {
    if wanted { condition } else { format!("!({condition})") }
}

fn presence(operand: &Operand, is_there: bool, document: &TypedDocument<'_>) -> Option<String> {
    let (text, _) = field(operand, document)?;
    Some(format!("({text} {} undefined)", if is_there { "!==" } else { "===" }))
}

/// A field as the schema has it, and what is known of it.
fn field<'d>(
    operand: &Operand,
    document: &'d TypedDocument<'_>,
) -> Option<(String, &'d Property<'d>)> {
    let Operand::Field(name) = operand else { return None };
    let property = super::written(document).find(|property| property.field.name == *name)?;
    let value = names::OwnProperty("values", &property.name).to_string();
    // What every object inherits has no type here.
    if value.starts_with("own(") {
        return None;
    }
    match &property.default {
        _ if property.field.nullable => Some((value, property)),
        Some(DefaultValue::Constant(default)) => {
            Some((format!("({value} ?? {default})"), property))
        }
        Some(DefaultValue::Now) => None,
        None => Some((value, property)),
    }
}

fn unless_absent(
    operands: &[&Operand],
    condition: String,
    document: &TypedDocument<'_>,
) -> Option<String> {
    let mut ways = Vec::new();
    for operand in operands {
        match operand {
            Operand::Literal(_) => {}
            operand => {
                let (text, property) = field(operand, document)?;
                if property.field.nullable {
                    ways.push(format!("{text} === undefined"));
                }
            }
        }
    }
    ways.push(condition);
    Some(format!("({})", ways.join(" || ")))
}

/// One operand beside the other.
fn compared(
    left: &Operand,
    operator: Operator,
    right: &Operand,
    document: &TypedDocument<'_>,
    helpers: &mut Vec<TypeScriptHelper>,
) -> Option<String> {
    let (text, helper) = match (left, right) {
        (_, Operand::Literal(literal)) => literally(left, operator, literal, document)?,
        (Operand::Literal(literal), _) => literally(right, turned(operator), literal, document)?,
        (one, other) => {
            let ((one, property), (other, _)) = (field(one, document)?, field(other, document)?);
            fields(&one, &other, operator, &property.field.kind)?
        }
    };
    helpers.extend(helper);
    Some(text)
}

type Compared = Option<(String, Option<TypeScriptHelper>)>;

fn literally(
    operand: &Operand,
    operator: Operator,
    literal: &Literal,
    document: &TypedDocument<'_>,
) -> Compared {
    let (text, property) = field(operand, document)?;
    let kind = &property.field.kind;
    if let Some((text, helper)) = check::beside(&text, literal, kind) {
        // No default has a question mark beside spaces of its own.
        return Some((text.replacen(" ? ", &format!(" {} ", sign(operator)), 1), helper));
    }
    let literal = match literal {
        Literal::Bool(value) => value.to_string(),
        Literal::Text(value) => JsonText(value).to_string(),
        Literal::Int(_) | Literal::Float(_) => return None,
    };
    fields(&text, &literal, operator, kind)
}

/// Two values of a type.
fn fields(one: &str, other: &str, operator: Operator, kind: &Type) -> Compared {
    let sign = sign(operator);
    let is_equality = matches!(operator, Operator::Eq | Operator::Ne);
    let plain = || Some((format!("{one} {sign} {other}"), None));
    match kind.document()?.typescript.compared {
        TypeScriptComparison::Order => plain(),
        TypeScriptComparison::Equality if is_equality => plain(),
        TypeScriptComparison::Moments => Some((
            format!("compareMoments({one}, {other}) {sign} 0"),
            Some(TypeScriptHelper::Moments),
        )),
        TypeScriptComparison::Decimals => Some((
            format!("compareDecimals({one}, {other}) {sign} 0"),
            Some(TypeScriptHelper::Decimals),
        )),
        TypeScriptComparison::Equality | TypeScriptComparison::None => None,
    }
}

/// The operator with its sides exchanged.
const fn turned(operator: Operator) -> Operator {
    match operator {
        Operator::Lt => Operator::Gt,
        Operator::Le => Operator::Ge,
        Operator::Gt => Operator::Lt,
        Operator::Ge => Operator::Le,
        Operator::Eq | Operator::Ne => operator,
    }
}

const fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Eq => "===",
        Operator::Ne => "!==",
        Operator::Lt => "<",
        Operator::Le => "<=",
        Operator::Gt => ">",
        Operator::Ge => ">=",
    }
}
