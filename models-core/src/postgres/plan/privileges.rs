//! Grants: what a rule allows, and nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::postgres::column::table_model::TableModel;
use crate::postgres::statement::create_policy::{CreatePolicy, Rows};
use crate::postgres::statement::grant::{Grant, Object, Privilege, Revoke};
use crate::postgres::statement::{Roles, Statement};

/// Collects them, and who needs which schema for them.
#[derive(Debug, Default)]
pub(crate) struct Privileges<'a> {
    statements: Vec<Statement<'a>>,
    schemas: BTreeMap<&'a str, Roles>,
}

impl<'a> Privileges<'a> {
    /// None, with room for so many statements.
    pub(crate) fn with_room(statements: usize) -> Self {
        Self { statements: Vec::with_capacity(statements), ..Self::default() }
    }

    /// Takes what the database gives by default.
    pub(crate) fn revoke(&mut self, stored: TableModel<'a>) {
        self.statements.push(Revoke { on: Object::Table(stored) }.into());
    }

    /// What a policy is for. Gives those who are granted something.
    pub(crate) fn grant(&mut self, policy: &CreatePolicy<'a>) -> Roles {
        match policy.rows {
            Rows::None => Roles::NONE,
            Rows::All | Rows::OpenWrite | Rows::Where(_) | Rows::Asked(_) => {
                let Some(privilege) = Privilege::for_clients(policy.command, policy.table) else {
                    return Roles::NONE;
                };
                self.statements.push(Grant { privilege, to: policy.to }.into());
                policy.to
            }
        }
    }

    /// To bypass policies is no privilege on a table.
    pub(crate) fn grant_to_service(&mut self, stored: TableModel<'a>) -> Roles {
        let privilege = Privilege::Everything(stored);
        self.statements.push(Grant { privilege, to: Roles::SERVICE }.into());
        Roles::SERVICE
    }

    /// Those on a function in the schema `private`. Policies and defaults know
    /// the function itself, so those who run them need not be able to name
    /// it: nobody is granted the schema, and nobody calls it any other way.
    pub(crate) fn function(&mut self, name: &Arc<str>, callers: Roles) {
        self.statements.push(Revoke { on: Object::Function(name.clone()) }.into());
        if !callers.is_empty() {
            let privilege = Privilege::Execute(name.clone());
            self.statements.push(Grant { privilege, to: callers }.into());
        }
    }

    /// Those on a function that a CHECK calls: whoever writes the table runs
    /// it, and it reads nothing.
    pub(crate) fn part(&mut self, name: &Arc<str>) {
        self.statements.push(Revoke { on: Object::Part(name.clone()) }.into());
        let privilege = Privilege::ExecutePart(name.clone());
        self.statements.push(Grant { privilege, to: Roles::GRANTEES }.into());
    }

    /// That these roles may name what is in a schema.
    pub(crate) fn uses(&mut self, schema: &'a str, roles: Roles) {
        let users = self.schemas.entry(schema).or_default();
        *users = users.and(roles);
    }

    /// All of them, schemas first.
    pub(crate) fn into_statements(self) -> Vec<Statement<'a>> {
        let usage = |(schema, to)| Grant { privilege: Privilege::Usage(schema), to }.into();
        let mut statements: Vec<Statement<'a>> = self.schemas.into_iter().map(usage).collect();
        statements.extend(self.statements);
        statements
    }
}
