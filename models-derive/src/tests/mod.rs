//! Tests of the macros, in process: what is underlined, and the messages.

mod access_lints;
mod allows;
mod document_lints;
mod enums;
mod expansion;
mod field_lints;
mod fuzz;
mod index_lints;
mod keys;
mod mistakes;
mod recovery;
mod reference;
mod rules_lints;

use proc_macro2::LineColumn;
use syn::DeriveInput;

use crate::diagnostic::{Diagnostic, Report};

/// One error: the source that it underlines, and what it says.
#[derive(Debug)]
struct Found {
    under: String,
    message: String,
}

impl Found {
    fn new(source: &str, diagnostic: &Diagnostic) -> Self {
        let (start, end) = (diagnostic.at().start.start(), diagnostic.at().end.end());
        let under = &source[offset(source, start)..offset(source, end)];
        Self { under: under.to_owned(), message: diagnostic.message() }
    }

    /// The last line of the message, when it names a convention.
    fn convention(&self) -> Option<&str> {
        self.message.lines().last()?.strip_prefix("  convention: ")
    }
}

fn offset(source: &str, at: LineColumn) -> usize {
    let before: usize = source.split_inclusive('\n').take(at.line - 1).map(str::len).sum();
    let line = &source[before..];
    before + line.char_indices().nth(at.column).map_or(line.len(), |(index, _)| index)
}

/// What `#[derive(Model)]` says about a struct.
fn errors(source: &str) -> Vec<Found> {
    let input: DeriveInput = syn::parse_str(source).expect("the source is a struct");
    let mut report = Report::default();
    crate::model(&input, &mut report);
    report.diagnostics().iter().map(|diagnostic| Found::new(source, diagnostic)).collect()
}

/// The conventions that a struct breaks, or what else is wrong, each with what
/// is underlined.
fn said(source: &str) -> Vec<(String, String)> {
    let found = errors(source);
    let name = |found: &Found| found.convention().map(str::to_owned);
    found
        .iter()
        .map(|one| (name(one).unwrap_or_else(|| one.message.clone()), one.under.clone()))
        .collect()
}

/// A table whose fields are of all kinds, with these rules.
fn with_rules(rules: &str) -> String {
    format!(
        r#"
#[model(table = "things")]
#[access({rules})]
struct Thing {{
    #[model(id)]
    id: Id<Thing>,
    #[model(references = Profile, on_delete = cascade)]
    owner_id: Id<auth::User>,
    #[model(index)]
    tenant: String,
    reviewer: Option<Id<auth::User>>,
    title: String,
    count: i64,
    status: Status,
    hidden: bool,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}}"#
    )
}

/// The same, with this rule for `select` and nobody for the rest.
fn with_select(rule: &str) -> String {
    with_rules(&format!("select = {rule}, insert = nobody, update = nobody, delete = nobody"))
}
