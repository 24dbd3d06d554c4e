//! A whole script: which statements there are, and in which order.

use super::column::stored::Stored;
use super::column::tables::Tables;
use super::error::Error;
use super::layout::Layout;
use super::plan::clocks::trigger;
use super::plan::comments::comments;
use super::plan::enums::create_types;
use super::plan::foreign_keys::foreign_keys;
use super::plan::indexes::indexes;
use super::plan::publications::publications;
use super::plan::schemas::schemas;
use super::plan::security::Security;
use super::plan::tables::create_table;
use super::statement::prelude::PRELUDE;
use super::statement::{EnableRowSecurity, ForceRowSecurity, Statement};
use super::target::{Flavour, Target};
use super::text::name::Names;
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
        let mut names = Names::of(&tables);
        let types = create_types(&tables, &mut names)?;
        let security = Security::new(&tables, target)?;
        let has_functions = !security.functions.is_empty() || !security.helpers.is_empty();
        let create_tables = tables
            .iter()
            .map(|table| create_table(table, target.version, &mut names))
            .collect::<Result<_, _>>()?;
        let mut own = Own::default();
        for table in tables.iter() {
            own.draw(table, &tables, &mut names)?;
        }
        let parts = vec![
            lines("Roles, and who calls: what Supabase would have.", prelude(target.flavour))
                .apart(),
            lines("Schemas.", schemas(&tables, has_functions)),
            lines("Functions that columns and triggers call.", security.functions).apart(),
            lines("Enums.", types),
            lines("Tables.", create_tables).apart(),
            lines("Foreign keys, now that all tables are there.", own.foreign_keys),
            lines("Indexes.", own.indexes),
            lines("Triggers.", own.triggers),
            lines(
                "Row level security, for the owner too: from here on nothing is allowed.",
                own.row_security,
            ),
            lines("What policies ask of other tables, once for a statement.", security.helpers)
                .apart(),
            lines("Policies: one for each command.", security.policies).apart(),
            lines(
                "What those functions may read, where their owner is under row level security.",
                security.owner_policies,
            )
            .apart(),
            lines("Privileges: what the policies are for, nothing else.", security.privileges)
                .by_table(),
            lines("Changes that are sent to clients.", publications(&tables)).apart(),
            lines("Comments.", own.comments).by_table(),
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

/// What each table has besides itself. Drawn table by table and not part by
/// part: a table's fields are looked at again while they are still at hand,
/// and a thousand tables do not fit into a processor's cache.
#[derive(Debug, Default)]
struct Own<'a> {
    foreign_keys: Vec<Statement<'a>>,
    indexes: Vec<Statement<'a>>,
    triggers: Vec<Statement<'a>>,
    row_security: Vec<Statement<'a>>,
    comments: Vec<Statement<'a>>,
}

impl<'a> Own<'a> {
    fn draw(
        &mut self,
        table: Stored<'a>,
        tables: &Tables<'a>,
        names: &mut Names,
    ) -> Result<(), Error> {
        self.foreign_keys.extend(foreign_keys(table, tables)?.into_iter().map(Statement::from));
        self.indexes.extend(indexes(table, names)?.into_iter().map(Statement::from));
        self.triggers.extend(trigger(table).map(Statement::from));
        self.row_security.extend(row_security(table));
        self.comments.extend(comments(table)?.into_iter().map(Statement::from));
        Ok(())
    }
}

/// A part of single lines.
fn lines<'a, S>(title: &'static str, statements: Vec<S>) -> Part<'a>
where
    S: Into<Statement<'a>>,
{
    let statements = statements.into_iter().map(Into::into).collect();
    Part { title, statements, layout: Layout::Lines }
}

impl Part<'_> {
    /// With a blank line between all statements.
    fn apart(self) -> Self {
        Self { layout: Layout::Apart, ..self }
    }

    /// With a blank line between one table's statements and the next.
    fn by_table(self) -> Self {
        Self { layout: Layout::ByTable, ..self }
    }
}

fn prelude<'a>(flavour: Flavour) -> Vec<Statement<'a>> {
    match flavour {
        Flavour::Supabase => Vec::new(),
        Flavour::Plain => PRELUDE.iter().copied().map(Statement::Fixed).collect(),
    }
}

fn row_security(stored: Stored<'_>) -> [Statement<'_>; 2] {
    let table = stored.name;
    [EnableRowSecurity { table }.into(), ForceRowSecurity { table }.into()]
}
