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
    let fix = instead(value).unwrap_or_else(|| {
        "a number, a text, `true`, a variant of a `ModelEnum`, `[]`, `now()`, `auth.uid()` or `sql(\"..\")`".to_owned()
    });
    Diagnostic::new(Extent::of(value), "this is no default that a database can keep")
        .fix(fix)
        .into()
}

/// What is written for a value that Rust would have here.
fn instead(value: &Expr) -> Option<String> {
    if matches!(value, Expr::Macro(call) if call.mac.path.is_ident("vec")) {
        return Some("write `[]`".to_owned());
    }
    let (path, is_call) = match value {
        Expr::Path(path) => (&path.path, false),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => (&path.path, true),
            _ => return None,
        },
        _ => return None,
    };
    let names: Vec<String> = path.segments.iter().map(|part| part.ident.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match names.as_slice() {
        [.., "Utc", "now"] | ["now" | "current_timestamp"] => Some("write `now()`".to_owned()),
        [.., "Vec", "new" | "default"] => Some("write `[]`".to_owned()),
        [.., "String", "new" | "default"] => Some("write `\"\"`".to_owned()),
        ["None"] => Some("leave it out: what is not given is absent".to_owned()),
        ["Some"] => Some("write the value without `Some`".to_owned()),
        [variant] if !is_call && variant.starts_with(char::is_uppercase) => {
            Some(format!("a variant is written with its enum: `Enum::{variant}`"))
        }
        _ => None,
    }
}
