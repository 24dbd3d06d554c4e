//! Blocks of a file, what is allowed in them, and functions.

use std::sync::Arc;

use super::RulesExpr;
use super::quote::write_comment;
use super::write::Precedence;
use crate::firestore::rules::region::Regions;

/// What is allowed under one path: a `match`.
#[derive(Clone, Debug)]
pub(crate) struct Block<'a> {
    /// What it is, a line each.
    pub(crate) comments: Vec<String>,
    /// The path behind that of the block around it, such as `/threads/{threadId}`.
    pub(crate) path: String,
    /// What is allowed.
    pub(crate) allows: Vec<AllowStatement<'a>>,
    /// The functions that the conditions call.
    pub(crate) functions: Vec<Arc<Function<'a>>>,
    /// Blocks below this one.
    pub(crate) inner: Vec<Block<'a>>,
    /// The name of its region for hand-written rules.
    pub(crate) region: Option<String>,
}

/// What is allowed, and when.
#[derive(Clone, Debug)]
pub(crate) struct AllowStatement<'a> {
    /// What it costs.
    pub(crate) comment: String,
    /// `get, list` or one of the others.
    pub(crate) operations: &'static str,
    /// When.
    pub(crate) condition: RulesExpr<'a>,
}

/// A function whose body is one expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Function<'a> {
    /// What it is for, in a line.
    comment: &'static str,
    /// Its name, which no other function of the file has.
    pub(crate) name: String,
    /// Its parameters.
    pub(crate) parameters: &'static [&'static str],
    /// What it returns.
    pub(crate) body: RulesExpr<'a>,
    /// The cost of the body.
    pub(super) cost: u32,
    /// Whether the body reads another document.
    pub(super) has_reads: bool,
}

impl<'a> Function<'a> {
    pub(crate) fn new(
        comment: &'static str,
        name: String,
        parameters: &'static [&'static str],
        body: RulesExpr<'a>,
    ) -> Self {
        let (cost, has_reads) = (body.cost(), body.has_reads());
        Self { comment, name, parameters, body, cost, has_reads }
    }

    fn write(&self, out: &mut String, indent: usize) {
        write_comments(out, [self.comment], indent);
        write_indent(out, indent);
        let Self { name, parameters, .. } = self;
        out.extend(["function ", name, "(", &parameters.join(", "), ") {\n"]);
        write_indent(out, indent + 2);
        out.push_str("return ");
        write_lines(out, &self.body, indent + 2, "return ".len());
        out.push_str(";\n");
        write_indent(out, indent);
        out.push_str("}\n");
    }
}

impl Block<'_> {
    /// Writes it behind this many spaces.
    pub(crate) fn write(&self, out: &mut String, regions: &mut Regions, indent: usize) {
        write_comments(out, self.comments.iter().map(String::as_str), indent);
        write_indent(out, indent);
        out.extend(["match ", &self.path, " {\n"]);
        let inner = indent + 2;
        self.allows.iter().for_each(|allow| allow.write(out, inner));
        for function in &self.functions {
            out.push('\n');
            function.write(out, inner);
        }
        for block in &self.inner {
            out.push('\n');
            block.write(out, regions, inner);
        }
        if let Some(name) = &self.region {
            out.push('\n');
            write_indent(out, inner);
            regions.open(out, name);
            write_indent(out, inner);
            regions.close(out);
        }
        write_indent(out, indent);
        out.push_str("}\n");
    }
}

impl AllowStatement<'_> {
    fn write(&self, out: &mut String, indent: usize) {
        write_comments(out, [self.comment.as_str()], indent);
        write_indent(out, indent);
        let start = out.len();
        out.extend(["allow ", self.operations, ": if "]);
        let used = out.len() - start;
        write_lines(out, &self.condition, indent, used);
        out.push_str(";\n");
    }
}

/// Comments, without empty ones.
fn write_comments<'c>(
    out: &mut String,
    comments: impl IntoIterator<Item = &'c str>,
    indent: usize,
) {
    for comment in comments.into_iter().filter(|comment| !comment.is_empty()) {
        write_indent(out, indent);
        out.push_str("// ");
        write_comment(out, comment);
        out.push('\n');
    }
}

fn write_indent(out: &mut String, mut spaces: usize) {
    const SPACES: &str = "                                ";
    while spaces > 0 {
        let some = spaces.min(SPACES.len());
        out.push_str(&SPACES[..some]);
        spaces -= some;
    }
}

/// Characters that a line may have.
const MAX_WIDTH: usize = 100;

/// Writes an expression; a chain that is too long for its line gets a line for
/// each part. `indent` is the number of spaces before the line, `used` that of
/// other characters before the expression.
fn write_lines(out: &mut String, expression: &RulesExpr<'_>, indent: usize, used: usize) {
    let (parts, operator) = match expression {
        RulesExpr::And(parts) => (parts, "&& "),
        RulesExpr::Or(parts) => (parts, "|| "),
        other => return other.write(out),
    };
    if fits(out, parts, operator, indent + used) {
        return;
    }
    let inner = indent + 2;
    for (i, part) in parts.iter().enumerate() {
        let used = if i > 0 { operator.len() } else { used };
        if i > 0 {
            out.push('\n');
            write_indent(out, inner);
            out.push_str(operator);
        }
        if part.binding() >= Precedence::Comparison {
            write_lines(out, part, inner, used);
        } else {
            write_group(out, part, inner, used);
        }
    }
}

/// A chain inside another one.
fn write_group(out: &mut String, chain: &RulesExpr<'_>, indent: usize, used: usize) {
    let start = out.len();
    out.push('(');
    chain.write(out);
    out.push(')');
    if indent + used + out[start..].chars().count() < MAX_WIDTH {
        return;
    }
    out.truncate(start);
    let inner = indent + 2;
    out.push_str("(\n");
    write_indent(out, inner);
    write_lines(out, chain, inner, 0);
    out.push('\n');
    write_indent(out, indent);
    out.push(')');
}

/// Writes the chain on one line if there is room behind `used` characters, and
/// nothing otherwise.
fn fits(out: &mut String, parts: &[RulesExpr<'_>], operator: &str, mut used: usize) -> bool {
    let start = out.len();
    for (i, part) in parts.iter().enumerate() {
        let before = out.len();
        if i > 0 {
            out.push(' ');
            out.push_str(operator);
        }
        part.write_inside(out, Precedence::Comparison);
        used += out[before..].chars().count();
        if used >= MAX_WIDTH {
            out.truncate(start);
            return false;
        }
    }
    true
}
