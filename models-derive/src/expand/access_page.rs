//! A condition as it was written, for a page.

use quote::ToTokens;

use crate::ir::{Expr, Literal, Operand, Operator};

pub(super) fn say(expr: &Expr) -> String {
    match expr {
        Expr::Anyone(_) => "anyone".to_owned(),
        Expr::Authenticated(_) => "anyone who is signed in".to_owned(),
        Expr::Nobody(_) => "nobody".to_owned(),
        Expr::Service(_) => "the service role".to_owned(),
        other => format!("`{}`", write(other).replace('|', "\\|")),
    }
}

fn write(expr: &Expr) -> String {
    match expr {
        Expr::Anyone(_) => "anyone".to_owned(),
        Expr::Authenticated(_) => "authenticated".to_owned(),
        Expr::Nobody(_) => "nobody".to_owned(),
        Expr::Service(_) => "service".to_owned(),
        Expr::And(all) => all.iter().map(grouped).collect::<Vec<_>>().join(" && "),
        Expr::Or(any) => any.iter().map(grouped).collect::<Vec<_>>().join(" || "),
        Expr::Not(inner) => format!("!{}", grouped(inner)),
        Expr::Compare(comparison) => format!(
            "{} {} {}",
            operand(&comparison.left),
            operator(comparison.operator),
            operand(&comparison.right)
        ),
        Expr::IsNone(value) => format!("{}.is_none()", operand(value)),
        Expr::IsSome(value) => format!("{}.is_some()", operand(value)),
        Expr::Holds(value) => operand(value),
        Expr::In(value, items) => {
            let items: Vec<String> = items.iter().map(operand).collect();
            format!("{} in [{}]", operand(value), items.join(", "))
        }
        Expr::Exists(membership) => {
            let conditions: Vec<String> = membership
                .conditions
                .iter()
                .map(|condition| format!("{}: {}", condition.field, operand(&condition.equals)))
                .collect();
            format!("exists({} {{ {} }})", path(&membership.model), conditions.join(", "))
        }
        Expr::Sql(sql) => format!("sql({:?})", sql.value),
    }
}

fn grouped(expr: &Expr) -> String {
    match expr {
        Expr::And(_) | Expr::Or(_) => format!("({})", write(expr)),
        other => write(other),
    }
}

fn operator(operator: Operator) -> &'static str {
    match operator {
        Operator::Eq => "==",
        Operator::Ne => "!=",
        Operator::Lt => "<",
        Operator::Le => "<=",
        Operator::Gt => ">",
        Operator::Ge => ">=",
    }
}

fn operand(value: &Operand) -> String {
    match value {
        Operand::Field(ident) => ident.to_string(),
        Operand::Literal(literal) => match &literal.value {
            Literal::Bool(value) => value.to_string(),
            Literal::Int(value) => value.to_string(),
            Literal::Float(value) => value.to_string(),
            Literal::Text(value) => format!("{value:?}"),
            Literal::Variant(variant) => path(variant),
        },
        Operand::Uid(_) => "auth.uid()".to_owned(),
        Operand::Role(_) => "auth.role()".to_owned(),
        Operand::Email(_) => "auth.email()".to_owned(),
        Operand::Now(_) => "now()".to_owned(),
        Operand::Claim(path) => format!("auth.claim({:?})", path.value.join(".")),
    }
}

fn path(path: &syn::Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}
