//! The access tree of the description.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Path;
use syn::spanned::Spanned;

use super::{list, option, text};
use crate::ir::{Access, Comparison, Expr, Literal, Located, Membership, Operand, Operator, Rule};

pub(super) fn access(access: &Access) -> TokenStream {
    let rule = |stated: &Option<Rule>| {
        let Some(rule) = stated else { return quote!(__m::Rule::new(__m::Expr::Nobody)) };
        let allow = expr(&rule.allow);
        let reason = rule.reason.as_ref().map(|reason| text(&reason.value));
        if reason.is_none() && is_flat(&rule.allow) {
            return quote!(__m::Rule::new(#allow));
        }
        let reason = option(reason);
        quote!(__m::Rule { allow: #allow, reason: #reason })
    };
    let (select, insert) = (rule(&access.select), rule(&access.insert));
    let (update, delete) = (rule(&access.update), rule(&access.delete));
    quote! {
        __m::Access { select: #select, insert: #insert, update: #update, delete: #delete }
    }
}

/// Whether no list is in it. A list that is borrowed in the argument of a call
/// does not live as long as the constant around it, so what holds one is
/// written with its constructor; everything else as a call, which is shorter.
fn is_flat(node: &Expr) -> bool {
    match node {
        Expr::Anyone(_)
        | Expr::Authenticated(_)
        | Expr::Nobody(_)
        | Expr::Service(_)
        | Expr::Sql(_)
        | Expr::Rules(_) => true,
        Expr::Compare(Comparison { left, right, .. }) => {
            ![left, right].iter().any(|value| matches!(value, Operand::Claim(_)))
        }
        Expr::IsNone(value) | Expr::IsSome(value) | Expr::Holds(value) => {
            !matches!(value, Operand::Claim(_))
        }
        Expr::And(_) | Expr::Or(_) | Expr::Not(..) | Expr::In(..) | Expr::Exists(_) => false,
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
            if is_flat(node) {
                return quote!(__m::compare(#left, __m::#operator, #right));
            }
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
        Expr::Rules(rules) => {
            let rules = text(&rules.value);
            quote!(__m::Expr::Rules(#rules))
        }
    }
}

fn exists(membership: &Membership) -> TokenStream {
    let row = row(&membership.model);
    let conditions = list(membership.conditions.iter().map(|condition| {
        let field = Located::from_ident(&condition.field).value;
        let equals = operand(&condition.equals);
        if matches!(condition.equals, Operand::Claim(_)) {
            return quote!(__m::FieldCondition { field: __m::text(#field), equals: #equals });
        }
        quote!(__m::condition(#field, #equals))
    }));
    quote! {
        __m::Expr::Exists(__m::Membership {
            model: <#row as __m::Parent>::REF,
            conditions: #conditions,
        })
    }
}

/// The struct that a rule names, asked for as a model wherever it is named, so
/// that one which is none is one error.
pub(super) fn row(model: &Path) -> TokenStream {
    let at = model.span();
    quote_spanned!(at=> <#model as __m::Model>::Row)
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
            let name = Located::from_ident(ident).value;
            quote!(__m::of(#name))
        }
        Operand::Literal(value) => {
            if let Some(label) = label(&value.value) {
                return quote!(__m::written(#label));
            }
            let value = literal(&value.value);
            quote!(__m::Operand::Literal(#value))
        }
        Operand::Uid(_) => quote!(__m::Uid),
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
        Literal::Text(_) | Literal::Variant(_) => {
            let label = label(literal);
            quote!(__m::Literal::Text(__m::text(#label)))
        }
    }
}

/// The text of a text, and of a variant.
fn label(literal: &Literal) -> Option<TokenStream> {
    match literal {
        Literal::Text(value) => Some(quote!(#value)),
        Literal::Variant(path) => Some(quote!(#path.__model_label())),
        Literal::Bool(_) | Literal::Int(_) | Literal::Float(_) => None,
    }
}
