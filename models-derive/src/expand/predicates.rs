//! `may_select` and its siblings: the same rules as Rust code, so that rustc
//! type-checks them and a test needs no database.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use crate::ir::{Comparison, Expr, Literal, Membership, Model, Operand, Operator, Rule};

pub(super) fn predicates(model: &Model) -> TokenStream {
    let access = &model.access;
    let (select, insert, delete) =
        (rule(access.select.as_ref()), rule(access.insert.as_ref()), rule(access.delete.as_ref()));
    let update = update(model);
    quote! {
        fn may_select(&self, __auth: &__m::Auth) -> bool { #select }
        fn may_insert(&self, __auth: &__m::Auth) -> bool { #insert }
        fn may_update(&self, __new: &Self, __auth: &__m::Auth) -> bool { #update }
        fn may_delete(&self, __auth: &__m::Auth) -> bool { #delete }
    }
}

fn rule(rule: Option<&Rule>) -> TokenStream {
    let allow = rule.map_or_else(|| quote!(__m::Truth::False), |rule| expr(&rule.allow));
    quote! {
        let __row = self;
        __auth.allows(#allow)
    }
}

/// Asked of the row before and of the row after; what clients cannot write
/// has to be the same in both, `updated_at` excepted, which the server sets.
/// Whoever is allowed what nobody is allowed is the service role.
fn update(model: &Model) -> TokenStream {
    let Some(rule) = &model.access.update else { return quote!(__auth.allows(__m::Truth::False)) };
    let allow = expr(&rule.allow);
    let kept = model
        .fields
        .iter()
        .filter(|field| !field.updatable_by_clients() && field.name != "updated_at")
        .map(|field| {
            let ident = &field.ident;
            quote_spanned!(ident.span()=> __m::same(&self.#ident, &__new.#ident))
        });
    quote! {
        let __allows = |__row: &Self| __auth.allows(#allow);
        __auth.allows(__m::Truth::False) || (__allows(self) && __allows(__new) #(&& #kept)*)
    }
}

fn expr(node: &Expr) -> TokenStream {
    match node {
        Expr::Anyone(_) => quote!(__m::Truth::True),
        Expr::Authenticated(_) => quote!(__auth.is_authenticated()),
        Expr::Nobody(_) | Expr::Service(_) => quote!(__m::Truth::False),
        Expr::Sql(_) => quote!(__m::Truth::Unknown),
        Expr::And(all) => join(all, &quote!(and)),
        Expr::Or(any) => join(any, &quote!(or)),
        Expr::Not(inner) => {
            let inner = expr(inner);
            quote!(#inner.not())
        }
        Expr::Compare(comparison) => compare(comparison),
        Expr::IsNone(value) => {
            let value = operand(value);
            quote!(__m::is_none(#value))
        }
        Expr::IsSome(value) => {
            let value = operand(value);
            quote!(__m::is_some(#value))
        }
        Expr::Holds(value) => {
            let at = value.at().start;
            let value = operand(value);
            quote_spanned!(at=> __m::holds(#value))
        }
        Expr::In(value, items) => {
            let at = value.at().start;
            let value = operand(value);
            let mut items = items.iter().map(|item| {
                let item = operand(item);
                quote_spanned!(at=> __m::eq(#value, #item))
            });
            let first = items.next();
            quote!(#first #(.or(#items))*)
        }
        Expr::Exists(membership) => exists(membership),
    }
}

fn join(parts: &[Expr], method: &TokenStream) -> TokenStream {
    let mut parts = parts.iter().map(expr);
    let first = parts.next();
    quote!(#first #(.#method(#parts))*)
}

fn compare(comparison: &Comparison) -> TokenStream {
    let (left, right) = (operand(&comparison.left), operand(&comparison.right));
    let function = match comparison.operator {
        Operator::Eq => quote!(eq),
        Operator::Ne => quote!(ne),
        Operator::Lt => quote!(lt),
        Operator::Le => quote!(le),
        Operator::Gt => quote!(gt),
        Operator::Ge => quote!(ge),
    };
    quote_spanned!(comparison.at.start=> __m::#function(#left, #right))
}

fn exists(membership: &Membership) -> TokenStream {
    let model = &membership.model;
    let mut conditions = membership.conditions.iter().map(|condition| {
        let field = &condition.field;
        let equals = operand(&condition.equals);
        quote_spanned!(field.span()=> __m::eq(&__other.#field, #equals))
    });
    let first = conditions.next();
    quote!(__auth.any::<#model>(|__other| #first #(.and(#conditions))*))
}

fn operand(value: &Operand) -> TokenStream {
    match value {
        Operand::Field(ident) => quote_spanned!(ident.span()=> &__row.#ident),
        Operand::Literal(literal) => match &literal.value {
            Literal::Bool(value) => quote_spanned!(literal.at.start=> &#value),
            Literal::Int(value) => quote_spanned!(literal.at.start=> &__m::Int(#value)),
            Literal::Float(value) => quote_spanned!(literal.at.start=> &__m::Float(#value)),
            Literal::Text(value) => quote_spanned!(literal.at.start=> &#value),
            Literal::Variant(path) => quote!(&#path),
        },
        Operand::Uid(_) => quote!(&__auth.uid()),
        Operand::Role(_) => quote!(&__auth.role()),
        Operand::Email(_) => quote!(&__auth.email()),
        Operand::Now(_) => quote!(&__auth.now()),
        Operand::Claim(path) => {
            let parts = &path.value;
            quote!(&__auth.claim(&[#(#parts),*]))
        }
    }
}
