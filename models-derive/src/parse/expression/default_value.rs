//! What stands behind `default =`.

use syn::{Expr, ExprLit, Lit};

use super::operand::literal;
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{self, Default, Literal};
use crate::language::{DEFAULTS, mistake};

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
    Diagnostic::new(Extent::of(value), "a database cannot store this default").fix(fix).into()
}

/// What to write for a value that Rust or SQL would have here.
fn instead(value: &Expr) -> Option<String> {
    if matches!(value, Expr::Macro(call) if call.mac.path.is_ident("vec")) {
        return mistake_at_end("vec!");
    }
    let (path, is_call) = match value {
        Expr::Path(path) => (&path.path, false),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => (&path.path, true),
            _ => return None,
        },
        _ => return None,
    };
    let variant = path.get_ident().filter(|_| !is_call).map(ToString::to_string);
    let variant = variant.filter(|name| name.starts_with(char::is_uppercase));
    mistake_at_end(&ir::path(path)).or_else(|| {
        variant.map(|name| format!("a variant is written with its enum: `Enum::{name}`"))
    })
}

/// What is told about a path, or about its last names.
fn mistake_at_end(path: &str) -> Option<String> {
    let mut ends = std::iter::once(0).chain(path.match_indices("::").map(|(at, _)| at + 2));
    let found = ends.find_map(|at| mistake(DEFAULTS, path.get(at..)?))?;
    found.fix.map(str::to_owned)
}
