//! Grants: what a rule allows, and nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::postgres::column::stored::Stored;
use crate::postgres::statement::Statement;
use crate::postgres::statement::create_policy::{CreatePolicy, Rows};
use crate::postgres::statement::grant::{Grant, Object, Privilege, Revoke};
use crate::postgres::statement::role::Roles;
use crate::postgres::text::quote::Ident;

/// Collects them, and who needs which schema for them.
#[derive(Debug, Default)]
pub(crate) struct Privileges<'a> {
    statements: Vec<Statement<'a>>,
    schemas: BTreeMap<&'a str, Roles>,
}

impl<'a> Privileges<'a> {
    /// Those on a table, as its policies have them.
    pub(crate) fn table(&mut self, stored: Stored<'a>, policies: &[CreatePolicy<'a>]) {
        let table = stored.name;
        self.statements.push(Revoke { on: Object::Table(table) }.into());
        let mut clients = Roles::NONE;
        for policy in policies {
            let allowed = match policy.rows {
                Rows::None => Roles::NONE,
                Rows::All | Rows::OpenWrite | Rows::Where(_) | Rows::Asked(_) => policy.to,
            };
            let Some(privilege) = Privilege::for_clients(policy.command, stored) else { continue };
            if !allowed.is_empty() {
                self.statements.push(Grant { privilege, to: allowed }.into());
                clients = clients.and(allowed);
            }
        }
        // To bypass policies is no privilege on a table.
        let privilege = Privilege::Everything(table);
        self.statements.push(Grant { privilege, to: Roles::SERVICE }.into());
        self.uses(table.schema.text(), clients.and(Roles::SERVICE));
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

    /// That these roles may name what is in a schema.
    pub(crate) fn uses(&mut self, schema: &'a str, roles: Roles) {
        let users = self.schemas.entry(schema).or_default();
        *users = users.and(roles);
    }

    /// All of them, schemas first.
    pub(crate) fn into_statements(self) -> Vec<Statement<'a>> {
        let usage = self.schemas.into_iter().map(|(schema, to)| {
            Grant { privilege: Privilege::Usage(Ident::new(schema)), to }.into()
        });
        usage.chain(self.statements).collect()
    }
}
