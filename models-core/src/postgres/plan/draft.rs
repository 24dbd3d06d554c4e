//! What all tables need, drawn in one walk over them: a large description is
//! read once, table by table.

use super::clocks::trigger;
use super::comments::comments;
use super::enums::{Enums, create_types};
use super::foreign_keys::foreign_keys;
use super::indexes::indexes;
use super::policies::policy;
use super::privileges::Privileges;
use super::publications::publication;
use super::schemas::has_vectors;
use super::tables::create_table;
use super::values::{Values, values};
use crate::postgres::column::table_model::TableModel;
use crate::postgres::column::tables::Tables;
use crate::postgres::condition::helpers::Helpers;
use crate::postgres::error::Error;
use crate::postgres::statement::function::PartCheck;
use crate::postgres::statement::{
    Clock, Command, CreatePolicy, EnableRowSecurity, ForceRowSecurity, Roles, Rows, Statement,
};
use crate::postgres::target::Version;
use crate::postgres::text::names::Names;
use crate::schema::Key;

/// Statements by kind, each list in the order of the tables.
#[derive(Debug, Default)]
pub(crate) struct Draft<'a> {
    pub(crate) types: Vec<Statement<'a>>,
    pub(crate) tables: Vec<Statement<'a>>,
    pub(crate) foreign_keys: Vec<Statement<'a>>,
    pub(crate) indexes: Vec<Statement<'a>>,
    pub(crate) triggers: Vec<Statement<'a>>,
    pub(crate) row_security: Vec<Statement<'a>>,
    pub(crate) policies: Vec<Statement<'a>>,
    pub(crate) publications: Vec<Statement<'a>>,
    pub(crate) comments: Vec<Statement<'a>>,
    pub(crate) privileges: Privileges<'a>,
    /// What policies ask of other tables.
    pub(crate) helpers: Helpers<'a>,
    /// What triggers call: one for each name of such a column, in practice one.
    pub(crate) clocks: Vec<Clock<'a>>,
    /// What checks of lists call.
    pub(crate) parts: Vec<PartCheck<'a>>,
    /// Who may make rows whose keys the database makes.
    pub(crate) key_makers: Roles,
    pub(crate) has_vectors: bool,
    enums: Enums<'a>,
    names: Names,
    part_names: Names,
}

impl<'a> Draft<'a> {
    /// All that these tables need.
    pub(crate) fn of(tables: &Tables<'a>, version: Version) -> Result<Self, Error> {
        let mut draft = Self::with_room(tables);
        for stored in tables.iter() {
            stored.check_names()?;
            draft.add_table(stored, tables, version)?;
            draft.add_access(stored, tables)?;
        }
        Ok(draft)
    }

    /// Nothing, with room for what most tables need.
    fn with_room(tables: &Tables<'a>) -> Self {
        let each = tables.len();
        Self {
            tables: Vec::with_capacity(each),
            foreign_keys: Vec::with_capacity(2 * each),
            indexes: Vec::with_capacity(2 * each),
            triggers: Vec::with_capacity(each),
            row_security: Vec::with_capacity(2 * each),
            policies: Vec::with_capacity(4 * each),
            comments: Vec::with_capacity(4 * each),
            privileges: Privileges::with_room(6 * each),
            names: Names::of(tables),
            ..Self::default()
        }
    }

    fn add_table(
        &mut self,
        stored: TableModel<'a>,
        tables: &Tables<'a>,
        version: Version,
    ) -> Result<(), Error> {
        add(&mut self.types, create_types(stored, tables, &mut self.enums)?);
        let Values { constraints, functions } = values(stored, &mut self.part_names)?;
        self.parts.extend(functions);
        self.tables.push(create_table(stored, version, constraints, &mut self.names)?.into());
        foreign_keys(stored, tables, &mut self.foreign_keys)?;
        indexes(stored, &mut self.names, &mut self.indexes)?;
        if let Some(trigger) = trigger(stored) {
            if !self.clocks.contains(&trigger.clock) {
                self.clocks.push(trigger.clock);
            }
            self.triggers.push(trigger.into());
        }
        add(&mut self.publications, publication(stored));
        comments(stored, &mut self.comments)?;
        self.has_vectors |= has_vectors(stored);
        Ok(())
    }

    fn add_access(&mut self, stored: TableModel<'a>, tables: &Tables<'a>) -> Result<(), Error> {
        self.row_security.push(EnableRowSecurity { table: stored }.into());
        self.row_security.push(ForceRowSecurity { table: stored }.into());
        self.privileges.revoke(stored);
        let mut users = Roles::NONE;
        for command in Command::ALL {
            let policy = policy(stored, command, tables, &mut self.helpers)?;
            users = users.and(self.privileges.grant(&policy));
            if inserts(&policy) && has_v7_key(stored) {
                self.key_makers = self.key_makers.and(policy.to);
            }
            self.policies.push(policy.into());
        }
        users = users.and(self.privileges.grant_to_service(stored));
        self.privileges.uses(stored.schema(), users);
        if has_v7_key(stored) {
            self.key_makers = self.key_makers.and(Roles::SERVICE);
        }
        Ok(())
    }
}

fn add<'a, S: Into<Statement<'a>>>(
    list: &mut Vec<Statement<'a>>,
    statements: impl IntoIterator<Item = S>,
) {
    list.extend(statements.into_iter().map(Into::into));
}

fn has_v7_key(stored: TableModel<'_>) -> bool {
    stored.columns().any(|column| column.field.key == Some(Key::V7))
}

/// Whether someone may make rows by this policy.
fn inserts(policy: &CreatePolicy<'_>) -> bool {
    policy.command == Command::Insert && !matches!(policy.rows, Rows::None)
}
