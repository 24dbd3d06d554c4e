//! What stands behind `default =`.

use syn::{Expr, ExprLit, Lit};

use super::operand::literal;
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Default, Literal};

/// A literal, a variant, `[]`, `now()`, `auth.uid()` or `sql("..")`.
pub(crate) fn default_value(value: &Expr) -> syn::Result<Default> {
    match value {
        Expr::Array(array) if array.elems.is_empty() => Ok(Default::Empty),
        Expr::Call(call) => {
            let name = match &*call.func {
                Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
                _ => None,
            };
            match (name.as_deref(), call.args.first(), call.args.len()) {
                (Some("now"), None, _) => Ok(Default::Now),
                (Some("sql"), Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })), 1) => {
                    Ok(Default::Sql(text.value()))
                }
                _ => Err(unknown(value)),
            }
        }
        Expr::MethodCall(call)
            if call.method == "uid" && call.args.is_empty() && is_auth(&call.receiver) =>
        {
            Ok(Default::Uid)
        }
        Expr::Path(path) if path.path.segments.len() > 1 => {
            Ok(Default::Value(Literal::Variant(path.path.clone())))
        }
        _ => literal(value).map(Default::Value).ok_or_else(|| unknown(value)),
    }
}

fn is_auth(receiver: &Expr) -> bool {
    matches!(receiver, Expr::Path(path) if path.path.is_ident("auth"))
}

fn unknown(value: &Expr) -> syn::Error {
    Diagnostic::new(Extent::of(value), "this is no default that a database can keep")
        .fix("a number, a text, `true`, a variant of a `ModelEnum`, `[]`, `now()`, `auth.uid()` or `sql(\"..\")`")
        .into()
}
