//! The conventions that one struct's own tokens can break: one a file.
//!
//! This list is the table of contents. What needs a type, another model or a
//! whole schema is judged by `models-core/src/check/`, under the same names.

mod allow;
mod claim_is_not_user_editable;
mod condition_says_something;
mod every_command_has_policy;
mod has_created_at;
mod has_one_id;
mod has_updated_at;
mod membership_binds_one_column;
mod money;
mod open_write_states_a_reason;
mod policy_column_exists;
mod policy_column_is_indexed;
mod possible;
mod private_column_is_not_selectable_by_clients;
mod table_is_snake_case;
mod update_needs_select;

#[cfg(test)]
pub(crate) use allow::LATER;
pub(crate) use money::is_money;
pub(crate) use table_is_snake_case::to_snake_case;

use crate::diagnostic::Report;
use crate::ir::Model;

/// A convention: its name is its code.
pub(crate) struct Convention {
    pub(crate) name: &'static str,
    pub(crate) check: fn(&Model, &mut Findings),
}

/// All of them, in the order of the guide.
pub(crate) const CONVENTIONS: &[Convention] = &[
    table_is_snake_case::CONVENTION,
    has_created_at::CONVENTION,
    has_updated_at::CONVENTION,
    has_one_id::CONVENTION,
    every_command_has_policy::CONVENTION,
    policy_column_exists::CONVENTION,
    policy_column_is_indexed::CONVENTION,
    open_write_states_a_reason::CONVENTION,
    update_needs_select::CONVENTION,
    condition_says_something::CONVENTION,
    membership_binds_one_column::CONVENTION,
    claim_is_not_user_editable::CONVENTION,
    private_column_is_not_selectable_by_clients::CONVENTION,
];

/// What one convention found: each finding is about a field, or the model.
#[derive(Default)]
pub(crate) struct Findings(Vec<(Option<String>, crate::diagnostic::Diagnostic)>);

impl Findings {
    /// About the whole model.
    pub(crate) fn push(&mut self, diagnostic: crate::diagnostic::Diagnostic) {
        self.0.push((None, diagnostic));
    }

    /// About one field.
    pub(crate) fn about(&mut self, field: &str, diagnostic: crate::diagnostic::Diagnostic) {
        self.0.push((Some(field.to_owned()), diagnostic));
    }
}

/// Judges a model by every convention, then the suppressions themselves.
pub(crate) fn check(model: &Model, report: &mut Report) {
    let mut used = vec![false; model.allows.len()];
    for convention in CONVENTIONS {
        let mut findings = Findings::default();
        (convention.check)(model, &mut findings);
        for (field, finding) in findings.0 {
            if !allow::suppresses(model, convention.name, field.as_deref(), &mut used) {
                report.push(finding.convention(convention.name));
            }
        }
    }
    allow::check(model, &used, report);
}
