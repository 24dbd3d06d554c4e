//! `may_select` and its siblings: the same rules as Rust code, so that rustc
//! type-checks them and a test needs no database.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::access::row;
use crate::diagnostic::Extent;
use crate::ir::{Comparison, Expr, Field, Literal, Membership, Model, Operand, Operator, Rule};

pub(super) fn predicates(model: &Model) -> TokenStream {
    let access = &model.access;
    let (select, insert) = (rule(access.select.as_ref()), rule(access.insert.as_ref()));
    let (update, delete) = (update(model), delete(access.delete.as_ref()));
    quote! {
        fn may_select(&self, auth: &__m::Auth) -> bool { #select }
        fn may_insert(&self, auth: &__m::Auth) -> bool { #insert }
        fn may_update(&self, new: &Self, auth: &__m::Auth) -> bool { #update }
        fn may_delete(&self, auth: &__m::Auth) -> bool { #delete }
    }
}

fn rule(rule: Option<&Rule>) -> TokenStream {
    let Some(allow) = open(rule) else { return nobody() };
    quote! {
        let __row = self;
        auth.allows(#allow)
    }
}

/// A row is read before it is deleted.
fn delete(rule: Option<&Rule>) -> TokenStream {
    let Some(allow) = open(rule) else { return nobody() };
    quote! {
        let __row = self;
        __m::Model::may_select(self, auth) && auth.allows(#allow)
    }
}

/// The rule, unless it lets no client in.
fn open(rule: Option<&Rule>) -> Option<TokenStream> {
    match rule.map(|rule| &rule.allow) {
        None | Some(Expr::Nobody(_) | Expr::Service(_)) => None,
        Some(allow) => Some(expr(allow)),
    }
}

/// Whoever is allowed what nobody is allowed is the service role.
fn nobody() -> TokenStream {
    quote!(auth.allows(__m::Truth::False))
}

/// Asked of the row before and of the row after; what clients cannot write
/// has to be the same in both, `updated_at` excepted, which the server sets.
fn update(model: &Model) -> TokenStream {
    let read = read(model);
    let nobody = nobody();
    let Some(allow) = open(model.access.update.as_ref()) else { return quote!(#read #nobody) };
    let kept = model
        .fields
        .iter()
        .filter(|field| !field.updatable_by_clients() && field.name != "updated_at")
        .map(|field| {
            let ident = &field.ident;
            quote_spanned!(ident.span()=> __m::same(&self.#ident, &new.#ident))
        });
    quote! {
        #read
        let __allows =
            |__row: &Self| __m::Model::may_select(__row, auth) && auth.allows(#allow);
        #nobody || (__allows(self) && __allows(new) #(&& #kept)*)
    }
}

/// Fields that every model has to have are no dead code in a program that has
/// no use for them.
fn read(model: &Model) -> TokenStream {
    let must = |field: &&Field| field.id.is_some() || field.is_timestamp_of_the_row();
    let fields = model.fields.iter().filter(must);
    let fields = fields.map(|field| &field.ident);
    quote!(let _ = (#(&self.#fields),*);)
}

/// The conditions of indexes, for their types alone: nobody calls them.
pub(super) fn filters(model: &Model) -> TokenStream {
    let ident = &model.ident;
    let filters = model.filters().map(expr);
    quote!(#(const _: fn(&#ident) -> __m::Truth = |__row| #filters;)*)
}

pub(super) fn expr(node: &Expr) -> TokenStream {
    match node {
        Expr::Anyone(_) => quote!(__m::Truth::True),
        Expr::Authenticated(_) => quote!(auth.is_authenticated()),
        Expr::Nobody(_) | Expr::Service(_) => quote!(__m::Truth::False),
        Expr::Sql(_) | Expr::Rules(_) => quote!(__m::Truth::Unknown),
        Expr::And(all) => join(all, &quote!(and)),
        Expr::Or(any) => join(any, &quote!(or)),
        Expr::Not(_, inner) => {
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
        Expr::In(value, items, _) => {
            let at = value.at();
            let mut items = items.iter().map(|item| call("eq", at.to(item.at()), value, item));
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
    let Comparison { left, operator, right, at } = comparison;
    let function = match operator {
        Operator::Eq => "eq",
        Operator::Ne => "ne",
        Operator::Lt => "lt",
        Operator::Le => "le",
        Operator::Gt => "gt",
        Operator::Ge => "ge",
    };
    call(function, *at, left, right)
}

/// Both values are spanned at the whole comparison, so that rustc underlines
/// it whichever it blames.
fn call(function: &str, at: Extent, left: &Operand, right: &Operand) -> TokenStream {
    let function = Ident::new(function, at.start);
    let (left, right) = (within(at, &operand(left)), within(at, &operand(right)));
    quote_spanned!(at.start=> __m::#function(#left, #right))
}

/// The same tokens, the first and the last of them at the ends of the extent.
fn within(at: Extent, tokens: &TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    if let Some(last) = tokens.last_mut() {
        last.set_span(at.end);
    }
    if let Some(first) = tokens.first_mut() {
        first.set_span(at.start);
    }
    tokens.into_iter().collect()
}

fn exists(membership: &Membership) -> TokenStream {
    let model = &membership.model;
    let mut conditions = membership.conditions.iter().map(|condition| {
        let field = &condition.field;
        let equals = operand(&condition.equals);
        quote_spanned!(field.span()=> __m::eq(&__other.#field, #equals))
    });
    let first = conditions.next();
    let at = model.span();
    let row = row(model);
    quote_spanned!(at=> auth.any(|__other: &#row| #first #(.and(#conditions))*))
}

/// A reference to the value, every token of it where the value stands.
fn operand(value: &Operand) -> TokenStream {
    let at = value.at();
    match value {
        Operand::Field(ident) => quote_spanned!(at.start=> &__row.#ident),
        Operand::Literal(literal) => match &literal.value {
            Literal::Bool(value) => quote_spanned!(at.start=> &#value),
            Literal::Int(value) => quote_spanned!(at.start=> &__m::Int(#value)),
            Literal::Float(value) => quote_spanned!(at.start=> &__m::Float(#value)),
            Literal::Text(value) => quote_spanned!(at.start=> &#value),
            Literal::Variant(path) => quote_spanned!(at.start=> &#path),
        },
        Operand::Uid(_) => quote_spanned!(at.start=> &auth.subject()),
        Operand::Role(_) => quote_spanned!(at.start=> &auth.role()),
        Operand::Email(_) => quote_spanned!(at.start=> &auth.email()),
        Operand::Now(_) => quote_spanned!(at.start=> &auth.now()),
        Operand::Claim(path) => {
            let parts = &path.value;
            quote_spanned!(at.start=> &auth.claim(&[#(#parts),*]))
        }
    }
}
