//! One walk over all tables: a large schema is read once, table by table.

use std::collections::HashMap;

use super::enums::{Enums, add_enums};
use super::foreign_keys::foreign_keys;
use super::functions::{Clock, helper, list_check, uuidv7};
use super::grants::{Usage, for_clients, for_service};
use super::indexes::indexes;
use super::owner::owner_policies;
use super::platform;
use super::policies::policy;
use super::roles::Roles;
use super::schemas::{btree_gist, has_equal_parts, has_vectors, pgvector, schemas};
use super::tables::{columns, comment, exclusions, keys};
use super::values::{ListCheck, values};
use crate::postgres::catalogue::{
    Catalogue, Command, ConstraintKind, FunctionDef, Names, PublicationDef, QualifiedName, TableDef,
};
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::condition::helpers::{Helper, Helpers};
use crate::postgres::plan::model::column_type::EXTENSION_SCHEMA;
use crate::postgres::plan::model::table_model::TableModel;
use crate::postgres::plan::model::tables::Tables;
use crate::postgres::plan::name::taken::resolve;
use crate::postgres::target::{Platform, Target, Version};
use crate::schema::{Key, Schema};

/// The publication that Supabase's Realtime follows.
const REALTIME: &str = "supabase_realtime";

/// What tables need beside themselves.
#[derive(Debug, Default)]
struct Planner<'a> {
    catalogue: Catalogue<'a>,
    enums: Enums<'a>,
    /// What policies ask of other tables.
    helpers: Helpers<'a>,
    /// What triggers call: one for each name of such a column.
    clocks: Vec<Clock<'a>>,
    /// What checks of lists call, each with the places of its table and of its
    /// constraint there.
    lists: Vec<(usize, usize, ListCheck<'a>)>,
    published: Vec<QualifiedName<'a>>,
    usage: Usage<'a>,
    /// Who may add rows whose keys the database makes.
    key_makers: Roles,
    has_vectors: bool,
    has_equal_parts: bool,
}

/// The catalogue of a schema.
pub(super) fn plan(schema: &Schema, target: Target) -> Result<Catalogue<'_>, Error> {
    let tables = Tables::new(schema)?;
    let mut planner = Planner::default();
    planner.catalogue.tables.reserve(tables.len() + 1);
    for stored in tables.iter() {
        stored.check_names()?;
        planner.add_table(stored, &tables, target.version)?;
    }
    planner.finish(&tables, target)
}

impl<'a> Planner<'a> {
    fn add_table(
        &mut self,
        stored: TableModel<'a>,
        tables: &Tables<'a>,
        version: Version,
    ) -> Result<(), Error> {
        add_enums(stored, tables, &mut self.enums, &mut self.catalogue.enums)?;
        let checks = values(stored)?;
        let columns = columns(stored, version)?;
        let mut constraints = keys(stored)?;
        constraints.extend(exclusions(stored)?);
        let first_check = constraints.len();
        constraints.extend(checks.constraints);
        foreign_keys(stored, tables, &mut constraints)?;
        let place = self.catalogue.tables.len();
        let lists = checks.functions.into_iter();
        self.lists.extend(lists.map(|(at, list)| (place, first_check + at, list)));
        let indexes = indexes(stored)?;
        let clock = Clock::of(stored);
        if let Some(clock) = clock
            && !self.clocks.contains(&clock)
        {
            self.clocks.push(clock);
        }
        let name = QualifiedName::new(stored.schema(), stored.name());
        if stored.table.realtime.is_some() {
            self.published.push(name.clone());
        }
        self.has_vectors |= has_vectors(stored);
        self.has_equal_parts |= has_equal_parts(stored);
        let mut table = TableDef {
            name,
            comment: comment(stored, &stored.model.doc)?,
            columns,
            constraints,
            indexes,
            triggers: clock.map(|clock| clock.trigger(stored)).into_iter().collect(),
            row_security: true,
            force_row_security: true,
            policies: Vec::with_capacity(Command::ALL.len()),
            grants: Vec::with_capacity(Command::ALL.len() + 1),
        };
        self.add_access(stored, tables, &mut table)?;
        self.catalogue.tables.push(table);
        Ok(())
    }

    fn add_access(
        &mut self,
        stored: TableModel<'a>,
        tables: &Tables<'a>,
        table: &mut TableDef<'a>,
    ) -> Result<(), Error> {
        let makes_keys = stored.columns().any(|column| column.field.key == Some(Key::V7));
        let readers = Roles::allowed_by(&stored.model.access.select.allow);
        let mut users = Roles::SERVICE;
        for command in Command::ALL {
            let planned = policy(stored, command, readers, tables, &mut self.helpers)?;
            if !planned.allowed.is_empty() {
                if let Some(grant) = for_clients(command, stored, planned.allowed) {
                    table.grants.push(grant);
                    users = users.and(planned.allowed);
                }
                if command == Command::Insert && makes_keys {
                    self.key_makers = self.key_makers.and(planned.allowed);
                }
            }
            table.policies.push(planned.policy);
        }
        table.grants.push(for_service());
        self.usage.add(stored.schema(), users);
        if makes_keys {
            self.key_makers = self.key_makers.and(Roles::SERVICE);
        }
        Ok(())
    }

    fn finish(mut self, tables: &Tables<'a>, target: Target) -> Result<Catalogue<'a>, Error> {
        let mut catalogue = self.catalogue;
        resolve(tables, &mut catalogue.tables)?;
        name_lists(&mut self.lists, &mut catalogue.tables)?;
        let helpers = self.helpers.into_list();
        let mut functions = Vec::new();
        if !target.version.has_uuidv7() && !self.key_makers.is_empty() {
            functions.push(uuidv7(self.key_makers));
        }
        functions.extend(self.clocks.into_iter().map(Clock::function));
        functions.extend(self.lists.into_iter().map(|(.., list)| list_check(list)));
        add_helpers(&helpers, &mut functions)?;
        let has_extensions = self.has_vectors || self.has_equal_parts;
        catalogue.schemas = schemas(tables, !functions.is_empty(), has_extensions);
        if self.has_vectors {
            catalogue.extensions.push(pgvector());
        }
        if self.has_equal_parts {
            catalogue.extensions.push(btree_gist());
        }
        match target.platform {
            // Its owner bypasses row security.
            Platform::Supabase => self.usage.finish(&mut catalogue),
            Platform::Plain => {
                if self.has_vectors {
                    catalogue.search_path = Names::Owned(vec![EXTENSION_SCHEMA.into()]);
                    self.usage.add(EXTENSION_SCHEMA, Roles::GRANTEES);
                }
                self.usage.finish(&mut catalogue);
                platform::add(&mut catalogue);
                for (name, policy) in owner_policies(&helpers) {
                    if let Some(table) = catalogue.tables.iter_mut().find(|it| it.name == name) {
                        table.policies.push(policy);
                    }
                }
            }
        }
        catalogue.functions.extend(functions);
        if !self.published.is_empty() {
            let tables = self.published;
            catalogue.publications.push(PublicationDef { name: REALTIME.into(), tables });
        }
        Ok(catalogue)
    }
}

/// Gives the functions of lists names of their own. Where several would share
/// one, each gets the hash of its table.
fn name_lists(
    lists: &mut [(usize, usize, ListCheck<'_>)],
    tables: &mut [TableDef<'_>],
) -> Result<(), Error> {
    let mut wanted: HashMap<String, usize> = HashMap::new();
    for (.., list) in lists.iter() {
        *wanted.entry(list.name.clone()).or_default() += 1;
    }
    let mut shared: Vec<_> =
        lists.iter_mut().filter(|(.., list)| wanted.get(&list.name) != Some(&1)).collect();
    for (table, constraint, list) in &mut shared {
        list.use_own_name();
        if wanted.insert(list.name.clone(), 1).is_some() {
            return Err(list.stored.error(ErrorKind::NameTaken(list.name.clone())));
        }
        let table = tables.get_mut(*table);
        let constraint = table.and_then(|table| table.constraints.get_mut(*constraint));
        if let Some(constraint) = constraint {
            constraint.kind = ConstraintKind::Check { condition: list.call().into() };
        }
    }
    Ok(())
}

/// Adds what policies call, beside the functions that are there.
fn add_helpers<'a>(
    helpers: &[Helper<'a>],
    functions: &mut Vec<FunctionDef<'a>>,
) -> Result<(), Error> {
    let beside = functions.len();
    for one in helpers {
        if functions.iter().take(beside).any(|function| *function.name.name == *one.name) {
            let kind = ErrorKind::NameTaken(one.name.to_string());
            return Err(one.question.member.error(kind));
        }
        functions.push(helper(one));
    }
    Ok(())
}
