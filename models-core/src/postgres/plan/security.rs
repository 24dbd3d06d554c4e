//! Everything that access rules become, drawn together: a policy decides who
//! is granted what, and who may call which function.

use std::sync::Arc;

use crate::postgres::column::stored::Stored;
use crate::postgres::column::tables::Tables;
use crate::postgres::condition::helpers::{Helper, Helpers};
use crate::postgres::error::Error;
use crate::postgres::plan::clocks::clocks;
use crate::postgres::plan::owner::owner_policies;
use crate::postgres::plan::policies::policy;
use crate::postgres::plan::privileges::Privileges;
use crate::postgres::plan::schemas::has_vectors;
use crate::postgres::statement::{Command, CreateFunction, CreatePolicy, Roles, Rows, Statement};
use crate::postgres::target::{Flavour, Target, Version};
use crate::schema::Key;

/// Functions, policies and grants.
#[derive(Debug)]
pub(crate) struct Security<'a> {
    /// What columns and triggers call.
    pub(crate) functions: Vec<CreateFunction<'a>>,
    /// What policies call.
    pub(crate) helpers: Vec<CreateFunction<'a>>,
    pub(crate) policies: Vec<CreatePolicy<'a>>,
    /// What the helpers see, where their owner is under policies too.
    pub(crate) owner_policies: Vec<CreatePolicy<'a>>,
    pub(crate) privileges: Vec<Statement<'a>>,
}

impl<'a> Security<'a> {
    pub(crate) fn new(tables: &Tables<'a>, target: Target) -> Result<Self, Error> {
        let functions = functions(tables, target.version);
        let taken = functions.iter().map(|function| function.name().into());
        let mut helpers = Helpers::beside(taken);
        let mut policies: Vec<CreatePolicy<'a>> = Vec::new();
        let mut privileges = Privileges::default();
        let mut makers = Roles::SERVICE;
        for stored in tables.iter() {
            let first = policies.len();
            for command in Command::ALL {
                policies.push(policy(stored, command, tables, &mut helpers)?);
            }
            let own = policies.get(first..).unwrap_or_default();
            privileges.table(stored, own);
            if has_v7_key(stored) {
                makers = own
                    .iter()
                    .filter(|it| inserts(it))
                    .fold(makers, |all, policy| all.and(policy.to));
            }
        }
        let helpers = helpers.into_list();
        for function in &functions {
            // A trigger calls its function whoever changes the row.
            let callers = match function {
                CreateFunction::Uuid7 => makers,
                CreateFunction::Clock(_) | CreateFunction::Helper(..) => Roles::NONE,
            };
            privileges.function(&Arc::from(function.name()), callers);
        }
        for Helper { name, callers, .. } in &helpers {
            privileges.function(name, *callers);
        }
        let owner_policies = match target.flavour {
            // Its owner bypasses row security, and its clients find pgvector.
            Flavour::Supabase => Vec::new(),
            Flavour::Plain => {
                if has_vectors(tables) {
                    privileges.uses("extensions", Roles::GRANTEES);
                }
                owner_policies(&helpers)
            }
        };
        let helper = |it: Helper<'a>| CreateFunction::Helper(it.name, it.question);
        Ok(Self {
            functions,
            helpers: helpers.into_iter().map(helper).collect(),
            policies,
            owner_policies,
            privileges: privileges.into_statements(),
        })
    }
}

fn functions<'a>(tables: &Tables<'a>, version: Version) -> Vec<CreateFunction<'a>> {
    let makes_keys = !version.has_uuidv7() && tables.iter().any(has_v7_key);
    let keys = makes_keys.then_some(CreateFunction::Uuid7);
    keys.into_iter().chain(clocks(tables).into_iter().map(CreateFunction::Clock)).collect()
}

fn has_v7_key(stored: Stored<'_>) -> bool {
    stored.columns().any(|column| column.field.key == Some(Key::V7))
}

/// Whether someone may make rows by this policy.
fn inserts(policy: &CreatePolicy<'_>) -> bool {
    policy.command == Command::Insert && !matches!(policy.rows, Rows::None)
}
