//! One more policy where the owner of the tables is under row security too.
//!
//! Row security is forced, and a helper runs as the owner: without
//! `BYPASSRLS`, as Supabase's `postgres` has it, it would see nothing. So the
//! owner sees what the helpers ask for, which is the caller's own rows: an
//! owner without the claims of a caller still sees nothing. Clients are not
//! under this policy (advisor 0006).

use std::collections::HashMap;

use crate::postgres::condition::helpers::Helper;
use crate::postgres::statement::command::Command;
use crate::postgres::statement::create_policy::{CreatePolicy, Rows};
use crate::postgres::statement::role::Roles;

/// The policies, one for each table that helpers read.
pub(crate) fn owner_policies<'a>(helpers: &[Helper<'a>]) -> Vec<CreatePolicy<'a>> {
    let mut policies: Vec<CreatePolicy<'a>> = Vec::new();
    let mut by_table: HashMap<(&'a str, &'a str), usize> = HashMap::new();
    for Helper { question, .. } in helpers {
        let table = question.member;
        let at = *by_table.entry((table.schema(), table.name())).or_insert(policies.len());
        match policies.get_mut(at).map(|policy| &mut policy.rows) {
            Some(Rows::Asked(questions)) => {
                // Two helpers may give different columns of the same rows.
                if !questions.iter().any(|other| other.filters == question.filters) {
                    questions.push(question.clone());
                }
            }
            Some(_) => {}
            None => policies.push(CreatePolicy {
                table,
                command: Command::Select,
                to: Roles::OWNER,
                rows: Rows::Asked(vec![question.clone()]),
            }),
        }
    }
    policies
}
