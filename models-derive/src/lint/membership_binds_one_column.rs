//! # `membership_binds_one_column`
//!
//! `exists(Membership { team_id, user_id: auth.uid() })` names at most one
//! field of the row that is asked about, here `team_id`.
//!
//! So it is answered once for a whole statement: a function gives the set of
//! the caller's own teams, and an index finds the rows whose `team_id` is in
//! it. With a second field of the row, it would have to be asked again for
//! each row of the table. What depends on the row otherwise is compared beside
//! it: `author_id == auth.uid() && exists(..)`.

use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Expr, Model, Operand};

pub(super) const CONVENTION: Convention = Convention { name: "membership_binds_one_column", check };

fn check(model: &Model, findings: &mut Findings) {
    if model.collection_only().is_some() {
        return; // Firestore looks a document up by its path.
    }
    for (_, rule) in model.access.rules() {
        rule.allow.walk(&mut |expr| {
            let Expr::Exists(membership) = expr else { return };
            let fields: Vec<_> = membership
                .conditions
                .iter()
                .filter_map(|condition| match &condition.equals {
                    Operand::Field(field) => Some(field),
                    _ => None,
                })
                .collect();
            if let [first, second, ..] = fields.as_slice() {
                findings.push(
                    Diagnostic::new(
                        Extent::from(second.span()),
                        format!("`exists` names two fields of this row, `{first}` and `{second}`"),
                    )
                    .why("it would be asked for every row instead of once for the statement")
                    .fix("keep one of them, and compare the other beside `exists(..)`"),
                );
            }
        });
    }
}
