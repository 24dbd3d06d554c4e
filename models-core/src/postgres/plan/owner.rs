//! One more policy where the owner of the tables is under row security too.
//!
//! Row security is forced, and a helper runs as the owner: without
//! `BYPASSRLS`, as Supabase's `postgres` has it, it would see nothing. So the
//! owner sees what the helpers ask for, which is the caller's own rows: an
//! owner without the claims of a caller still sees nothing. Clients are not
//! under this policy (advisor 0006).

use std::borrow::Cow;

use crate::postgres::catalogue::{CURRENT_USER, Command, Names, PolicyDef, QualifiedName};
use crate::postgres::plan::condition::helper::Question;
use crate::postgres::plan::condition::helpers::Helper;
use crate::postgres::plan::model::table_model::TableModel;
use crate::postgres::plan::name::derived::name_of;

/// The policies, one for each table that helpers read, with that table.
pub(super) fn owner_policies<'a>(
    helpers: &[Helper<'a>],
) -> Vec<(QualifiedName<'a>, PolicyDef<'a>)> {
    let mut tables: Vec<(TableModel<'a>, Vec<&Question<'a>>)> = Vec::new();
    for Helper { question, .. } in helpers {
        match tables.iter_mut().find(|(table, _)| *table == question.member) {
            // Two helpers may give different columns of the same rows.
            Some((_, questions)) => {
                if !questions.iter().any(|other| other.filters == question.filters) {
                    questions.push(question);
                }
            }
            None => tables.push((question.member, vec![question])),
        }
    }
    tables
        .into_iter()
        .map(|(table, questions)| {
            let policy = PolicyDef {
                name: name_of([table.name(), Command::Select.word(), "owner"]).into(),
                command: Some(Command::Select),
                permissive: true,
                to: Names::Borrowed(&[Cow::Borrowed(CURRENT_USER)]),
                using: Some(rows(&questions).into()),
                with_check: None,
            };
            (QualifiedName::new(table.schema(), table.name()), policy)
        })
        .collect()
}

/// The rows that any of the helpers reads.
fn rows(questions: &[&Question<'_>]) -> String {
    let mut rows = String::new();
    for (i, question) in questions.iter().enumerate() {
        rows.push_str(if i > 0 { " or " } else { "" });
        if question.filters.is_empty() {
            rows.push_str("true");
        } else {
            // Writing to a string never fails.
            let _ = question.write_filters(&mut rows);
        }
    }
    rows
}
