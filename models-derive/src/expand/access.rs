//! The access tree of the description.

use proc_macro2::TokenStream;
use quote::quote;

use super::{list, option, text};
use crate::ir::{Access, Expr, Literal, Membership, Operand, Operator, Rule, Spot};

pub(super) fn access(access: &Access) -> TokenStream {
    let rule = |stated: &Option<Rule>| {
        let Some(rule) = stated else { return quote!(__m::Rule::new(__m::Expr::Nobody)) };
        let allow = expr(&rule.allow);
        let reason = option(rule.reason.as_ref().map(|reason| text(&reason.value)));
        quote!(__m::Rule { allow: #allow, reason: #reason })
    };
    let (select, insert) = (rule(&access.select), rule(&access.insert));
    let (update, delete) = (rule(&access.update), rule(&access.delete));
    quote! {
        __m::Access { select: #select, insert: #insert, update: #update, delete: #delete }
    }
}

pub(super) fn expr(node: &Expr) -> TokenStream {
    match node {
        Expr::Anyone(_) => quote!(__m::Expr::Anyone),
        Expr::Authenticated(_) => quote!(__m::Expr::Authenticated),
        Expr::Nobody(_) => quote!(__m::Expr::Nobody),
        Expr::Service(_) => quote!(__m::Expr::Service),
        Expr::And(all) => {
            let all = list(all.iter().map(expr));
            quote!(__m::Expr::And(#all))
        }
        Expr::Or(any) => {
            let any = list(any.iter().map(expr));
            quote!(__m::Expr::Or(#any))
        }
        Expr::Not(_, inner) => {
            let inner = expr(inner);
            quote!(__m::Expr::Not(__m::Node::Static(&#inner)))
        }
        Expr::Compare(comparison) => {
            let (left, right) = (operand(&comparison.left), operand(&comparison.right));
            let operator = operator(comparison.operator);
            quote! {
                __m::Expr::Compare(__m::Comparison {
                    left: #left, operator: __m::Operator::#operator, right: #right,
                })
            }
        }
        Expr::IsNone(value) => {
            let value = operand(value);
            quote!(__m::Expr::IsNone(#value))
        }
        Expr::IsSome(value) => {
            let value = operand(value);
            quote!(__m::Expr::IsSome(#value))
        }
        Expr::Holds(value) => {
            let value = operand(value);
            quote!(__m::Expr::Holds(#value))
        }
        Expr::In(value, items, _) => {
            let value = operand(value);
            let items = list(items.iter().map(operand));
            quote!(__m::Expr::In(#value, #items))
        }
        Expr::Exists(membership) => exists(membership),
        Expr::Sql(sql) => {
            let sql = text(&sql.value);
            quote!(__m::Expr::Sql(#sql))
        }
    }
}

fn exists(membership: &Membership) -> TokenStream {
    let model = &membership.model;
    let conditions = list(membership.conditions.iter().map(|condition| {
        let field = text(&Spot::from_ident(&condition.field).value);
        let equals = operand(&condition.equals);
        quote!(__m::Condition { field: #field, equals: #equals })
    }));
    quote! {
        __m::Expr::Exists(__m::Membership {
            model: <#model as __m::Parent>::REF,
            conditions: #conditions,
        })
    }
}

fn operator(operator: Operator) -> TokenStream {
    match operator {
        Operator::Eq => quote!(Eq),
        Operator::Ne => quote!(Ne),
        Operator::Lt => quote!(Lt),
        Operator::Le => quote!(Le),
        Operator::Gt => quote!(Gt),
        Operator::Ge => quote!(Ge),
    }
}

fn operand(value: &Operand) -> TokenStream {
    match value {
        Operand::Field(ident) => {
            let name = text(&Spot::from_ident(ident).value);
            quote!(__m::Operand::Field(#name))
        }
        Operand::Literal(value) => {
            let value = literal(&value.value);
            quote!(__m::Operand::Literal(#value))
        }
        Operand::Uid(_) => quote!(__m::Operand::Uid),
        Operand::Role(_) => quote!(__m::Operand::Role),
        Operand::Email(_) => quote!(__m::Operand::Email),
        Operand::Now(_) => quote!(__m::Operand::Now),
        Operand::Claim(path) => {
            let path = list(path.value.iter().map(|part| text(part)));
            quote!(__m::Operand::Claim(#path))
        }
    }
}

pub(super) fn literal(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Bool(value) => quote!(__m::Literal::Bool(#value)),
        Literal::Int(value) => quote!(__m::Literal::Int(#value)),
        Literal::Float(value) => quote!(__m::Literal::Float(#value)),
        Literal::Text(value) => quote!(__m::Literal::Text(__m::text(#value))),
        Literal::Variant(path) => {
            quote!(__m::Literal::Text(__m::text(#path.__model_label())))
        }
    }
}
