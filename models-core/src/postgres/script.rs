//! A whole script: which statements there are, and in which order.

use super::column::column_type::EXTENSION_SCHEMA;
use super::column::tables::Tables;
use super::error::Error;
use super::layout::Layout;
use super::plan::draft::Draft;
use super::plan::functions::{functions, helpers};
use super::plan::owner::owner_policies;
use super::plan::publications::publications;
use super::plan::schemas::schemas;
use super::statement::prelude::PRELUDE;
use super::statement::search_path::SEARCH_PATH;
use super::statement::{Roles, Statement};
use super::target::{Platform, Target};
use crate::schema::Schema;

/// All statements that make a schema, in the order in which they work.
///
/// `Display` is a file that can be kept and read: a transaction with time-outs
/// and comments. [`statements`](Self::statements) is for whoever runs them in
/// a transaction of their own.
#[derive(Clone, Debug)]
pub struct Script<'a> {
    pub(super) target: Target,
    pub(super) parts: Vec<Part<'a>>,
}

/// Statements that belong together.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// What they are for, in a line.
    pub title: &'static str,
    /// The statements, in order.
    pub statements: Vec<Statement<'a>>,
    pub(super) layout: Layout,
}

impl<'a> Script<'a> {
    /// The script for a schema.
    ///
    /// # Errors
    ///
    /// When the schema contradicts itself, or says something that PostgreSQL
    /// cannot do: the first such thing that is met.
    pub fn new(schema: &'a Schema, target: Target) -> Result<Self, Error> {
        let tables = Tables::new(schema)?;
        let mut draft = Draft::of(&tables, target.version)?;
        let functions = functions(&mut draft, target.version);
        let asked = draft.helpers.into_list();
        let helpers = helpers(&asked, &functions, &mut draft.privileges)?;
        let has_functions = !functions.is_empty() || !helpers.is_empty();
        let mut schemas = schemas(&tables, has_functions, draft.has_vectors);
        let (prelude, owner_policies) = match target.platform {
            // Its owner bypasses row security.
            Platform::Supabase => (Vec::new(), Vec::new()),
            Platform::Plain => {
                if draft.has_vectors {
                    schemas.push(Statement::Fixed(SEARCH_PATH));
                    draft.privileges.uses(EXTENSION_SCHEMA, Roles::GRANTEES);
                }
                (prelude(), owner_policies(&asked))
            }
        };
        let parts = vec![
            Part::apart("Roles, and who calls: what Supabase would have.", prelude),
            Part::lines("Schemas.", schemas),
            Part::apart("Functions that columns and triggers call.", all(functions)),
            Part::lines("Enums.", draft.types),
            Part::apart("Tables.", draft.tables),
            Part::lines("Foreign keys, now that all tables are there.", draft.foreign_keys),
            Part::lines("Indexes.", draft.indexes),
            Part::lines("Triggers.", draft.triggers),
            Part::lines(
                "Row level security, for the owner too: from here on nothing is allowed.",
                draft.row_security,
            ),
            Part::apart("What policies ask of other tables, once for a statement.", all(helpers)),
            Part::apart("Policies: one for each command.", draft.policies),
            Part::apart(
                "What those functions may read, where their owner is under row level security.",
                all(owner_policies),
            ),
            Part::by_table(
                "Privileges: what the policies are for, nothing else.",
                draft.privileges.into_statements(),
            ),
            Part::apart("Changes that are sent to clients.", publications(draft.publications)),
            Part::by_table("Comments.", draft.comments),
        ];
        let parts = parts.into_iter().filter(|part| !part.statements.is_empty()).collect();
        Ok(Self { target, parts })
    }

    /// The parts, in order.
    #[must_use]
    pub fn parts(&self) -> &[Part<'a>] {
        &self.parts
    }

    /// The statements, in order, without a transaction around them.
    pub fn statements(&self) -> impl Iterator<Item = &Statement<'a>> {
        self.parts.iter().flat_map(|part| &part.statements)
    }
}

impl<'a> Part<'a> {
    /// Single lines.
    fn lines(title: &'static str, statements: Vec<Statement<'a>>) -> Self {
        Self { title, statements, layout: Layout::Lines }
    }

    /// With a blank line between all statements.
    fn apart(title: &'static str, statements: Vec<Statement<'a>>) -> Self {
        Self { title, statements, layout: Layout::Apart }
    }

    /// With a blank line between one table's statements and the next.
    fn by_table(title: &'static str, statements: Vec<Statement<'a>>) -> Self {
        Self { title, statements, layout: Layout::ByTable }
    }
}

fn all<'a, S: Into<Statement<'a>>>(statements: Vec<S>) -> Vec<Statement<'a>> {
    statements.into_iter().map(Into::into).collect()
}

fn prelude<'a>() -> Vec<Statement<'a>> {
    PRELUDE.iter().copied().map(Statement::Fixed).collect()
}
