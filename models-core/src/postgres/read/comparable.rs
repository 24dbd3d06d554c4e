//! The one form of a catalogue in which those that describe the same database
//! are equal.

use std::borrow::Cow;

use super::grants::named_roles;
use crate::postgres::catalogue::{Catalogue, Grant, Names, PUBLIC};

impl Catalogue<'_> {
    /// This catalogue in a form in which two can be compared.
    ///
    /// - What has no order in a database is sorted: everything but columns,
    ///   labels, arguments, the keys of indexes and constraints, and settings.
    /// - A grant is split into one for each privilege, column and role.
    /// - Roles that no object names are left out: they belong to the whole server.
    /// - What a server does not tell is cleared:
    ///   [`FunctionDef::reads`](super::super::catalogue::FunctionDef::reads).
    /// - That every role may use the schema `public` is left out: new databases
    ///   have that, whatever a script grants.
    ///
    /// Types and expressions stay as they are, so only those that were printed
    /// by a server compare well: it prints `a in (1, 2)` as
    /// `(a = ANY (ARRAY[1, 2]))`.
    #[must_use]
    pub fn comparable(mut self) -> Self {
        let named = named_roles(&self);
        self.roles.retain(|role| named.contains(&*role.name));
        self.roles.sort_by(|a, b| a.name.cmp(&b.name));
        self.extensions.sort_by(|a, b| a.name.cmp(&b.name));
        self.enums.sort_by(|a, b| a.name.cmp(&b.name));
        for schema in &mut self.schemas {
            let is_default = |role: &str| schema.name == "public" && role == PUBLIC;
            let usage = schema.usage.iter().filter(|role| !is_default(role)).cloned();
            schema.usage = sorted(&usage.collect());
        }
        self.schemas.sort_by(|a, b| a.name.cmp(&b.name));
        for function in &mut self.functions {
            function.execute = sorted(&function.execute);
            function.reads = None;
        }
        self.functions.sort_by(|a, b| a.name.cmp(&b.name));
        for table in &mut self.tables {
            table.constraints.sort_by(|a, b| a.name.cmp(&b.name));
            table.indexes.sort_by(|a, b| a.name.cmp(&b.name));
            for trigger in &mut table.triggers {
                trigger.events.to_mut().sort();
            }
            table.triggers.sort_by(|a, b| a.name.cmp(&b.name));
            for policy in &mut table.policies {
                policy.to = sorted(&policy.to);
            }
            table.policies.sort_by(|a, b| a.name.cmp(&b.name));
            table.grants = split(&table.grants);
        }
        self.tables.sort_by(|a, b| a.name.cmp(&b.name));
        for publication in &mut self.publications {
            publication.tables.sort();
        }
        self.publications.sort_by(|a, b| a.name.cmp(&b.name));
        self
    }
}

fn sorted<'a>(names: &Names<'a>) -> Names<'a> {
    let mut names = names.to_vec();
    names.sort();
    Names::Owned(names)
}

/// One grant for each privilege, column and role, sorted, each once.
fn split<'a>(grants: &[Grant<'a>]) -> Vec<Grant<'a>> {
    let mut parts = Vec::new();
    for grant in grants {
        let columns: Vec<Option<Cow<'a, str>>> = match &grant.columns {
            Some(columns) => columns.iter().cloned().map(Some).collect(),
            None => vec![None],
        };
        for role in grant.to.iter() {
            for privilege in grant.privileges.iter() {
                for column in &columns {
                    parts.push((role.clone(), *privilege, column.clone(), grant.with_grant_option));
                }
            }
        }
    }
    parts.sort();
    parts.dedup();
    let grants = parts.into_iter().map(|(role, privilege, column, with_grant_option)| Grant {
        privileges: Cow::Owned(vec![privilege]),
        columns: column.map(|column| Names::Owned(vec![column])),
        to: Names::Owned(vec![role]),
        with_grant_option,
    });
    grants.collect()
}
