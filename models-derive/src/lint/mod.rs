//! The conventions that one struct's own tokens can break: one a file.
//!
//! This list is the table of contents. What needs a type, another model or a
//! whole schema is judged by `models-core/src/check/`, under the same names.

mod allow;
mod btrees;
mod claim_is_not_user_editable;
mod collection_is_camel_case;
mod column_is_snake_case;
mod column_names_are_unique;
mod condition_says_something;
mod copy_names_its_source;
mod document_field_is_camel_case;
mod document_name_is_legal;
mod document_names_are_unique;
mod every_command_has_policy;
mod foreign_key_ends_in_id;
mod foreign_key_is_indexed;
mod foreign_key_states_on_delete;
mod has_created_at;
mod has_one_id;
mod has_updated_at;
mod hnsw_parameters_are_in_range;
mod identifier_fits_63_bytes;
mod identifier_is_not_reserved;
mod index_column_exists;
mod index_is_not_redundant;
mod index_reads_only_its_row;
mod index_suits_its_method;
mod key_belongs_to_its_engine;
mod membership_binds_one_column;
mod model_states_its_table;
mod naming;
mod no_repeating_group;
mod no_transitive_copy;
mod open_write_states_a_reason;
mod pattern_is_portable;
mod policy_column_exists;
mod policy_column_is_indexed;
mod possible;
mod private_column_is_not_selectable_by_clients;
mod realtime_states_a_reason;
mod relation_reads_only_its_row;
mod subcollection_names_its_parent;
mod table_is_snake_case;
mod type_lint;
mod update_needs_select;
mod value_rule_can_be_kept;
mod vector_states_its_distance;

pub(crate) use allow::{allows_of_type_lints, fields_under_allow, is_allowed, suppresses_nothing};
pub(crate) use copy_names_its_source::called_after;
pub(crate) use naming::is_money;
use naming::plural;
use no_transitive_copy::WORDS as COPIED_WORDS;
pub(crate) use table_is_snake_case::to_snake_case;
pub(crate) use type_lint::{
    CheckInput, TYPE_LINTS, TypeLint, checked_indexes, exclusions_over, is_written_by_clients,
};

use syn::Ident;

use crate::diagnostic::{Diagnostic, Report};
use crate::ir::{Model, plain};

/// A convention: its name is its code.
pub(crate) struct Convention {
    pub(crate) name: &'static str,
    pub(crate) check: fn(&Model, &mut Findings),
}

/// All of them, in the order of the guide.
pub(crate) const CONVENTIONS: &[Convention] = &[
    model_states_its_table::CONVENTION,
    table_is_snake_case::CONVENTION,
    column_is_snake_case::CONVENTION,
    column_names_are_unique::CONVENTION,
    identifier_fits_63_bytes::CONVENTION,
    identifier_is_not_reserved::CONVENTION,
    collection_is_camel_case::CONVENTION,
    document_field_is_camel_case::CONVENTION,
    document_names_are_unique::CONVENTION,
    document_name_is_legal::CONVENTION,
    key_belongs_to_its_engine::CONVENTION,
    subcollection_names_its_parent::CONVENTION,
    has_created_at::CONVENTION,
    has_updated_at::CONVENTION,
    has_one_id::CONVENTION,
    foreign_key_ends_in_id::CONVENTION,
    foreign_key_states_on_delete::CONVENTION,
    foreign_key_is_indexed::CONVENTION,
    index_column_exists::CONVENTION,
    index_reads_only_its_row::CONVENTION,
    index_suits_its_method::CONVENTION,
    index_is_not_redundant::CONVENTION,
    every_command_has_policy::CONVENTION,
    policy_column_exists::CONVENTION,
    policy_column_is_indexed::CONVENTION,
    open_write_states_a_reason::CONVENTION,
    update_needs_select::CONVENTION,
    condition_says_something::CONVENTION,
    membership_binds_one_column::CONVENTION,
    claim_is_not_user_editable::CONVENTION,
    private_column_is_not_selectable_by_clients::CONVENTION,
    pattern_is_portable::CONVENTION,
    value_rule_can_be_kept::CONVENTION,
    relation_reads_only_its_row::CONVENTION,
    no_repeating_group::CONVENTION,
    no_transitive_copy::CONVENTION,
    copy_names_its_source::CONVENTION,
    vector_states_its_distance::CONVENTION,
    hnsw_parameters_are_in_range::CONVENTION,
    realtime_states_a_reason::CONVENTION,
];

/// What one convention found: each finding is about a field, or the model.
#[derive(Default)]
pub(crate) struct Findings(Vec<(Option<String>, Diagnostic)>);

impl Findings {
    /// About the whole model.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push((None, diagnostic));
    }

    /// About the whole model, if anything.
    pub(crate) fn extend(&mut self, diagnostic: Option<Diagnostic>) {
        self.0.extend(diagnostic.map(|diagnostic| (None, diagnostic)));
    }

    /// About one field.
    pub(crate) fn about(&mut self, field: &str, diagnostic: Diagnostic) {
        self.0.push((Some(field.to_owned()), diagnostic));
    }

    /// About an index, and so about the field that it leads with.
    pub(crate) fn over(&mut self, lead: Option<&Ident>, diagnostic: Diagnostic) {
        self.0.push((lead.map(plain), diagnostic));
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

/// Those about valid values alone, for a struct that is a part of a model.
pub(crate) fn check_values(part: &Model, report: &mut Report) {
    for convention in [
        pattern_is_portable::CONVENTION,
        value_rule_can_be_kept::CONVENTION,
        relation_reads_only_its_row::CONVENTION,
    ] {
        let mut findings = Findings::default();
        (convention.check)(part, &mut findings);
        for (_, finding) in findings.0 {
            report.push(finding.convention(convention.name));
        }
    }
}
