//! A rule in words, for a page.

use crate::ir::Expr;

pub(super) fn say(expr: &Expr) -> String {
    match expr {
        Expr::Anyone(_) => "anyone".to_owned(),
        Expr::Authenticated(_) => "anyone who is signed in".to_owned(),
        Expr::Nobody(_) => "nobody".to_owned(),
        Expr::Service(_) => "the service role".to_owned(),
        other => format!("`{}`", other.to_string().replace('|', "\\|")),
    }
}
