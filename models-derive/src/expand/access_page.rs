//! Access rules and code, as a page shows them.

use crate::ir::Expr;

pub(super) fn describe(expr: &Expr) -> String {
    match expr {
        Expr::Anyone(_) => "anyone".to_owned(),
        Expr::Authenticated(_) => "anyone who is signed in".to_owned(),
        Expr::Nobody(_) => "nobody".to_owned(),
        Expr::Service(_) => "the service role".to_owned(),
        other => code(&other.to_string()),
    }
}

/// Code in a cell of a table: a bar would end the cell, a backtick the code.
pub(super) fn code(text: &str) -> String {
    let text = text.replace('|', "\\|").replace('\n', " ");
    let mut fence = "`".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    let space = if fence.len() > 1 { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}
