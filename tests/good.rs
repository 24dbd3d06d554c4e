//! What the conventions accept: every `good.rs` below `ui/` compiles.
//!
//! They are modules of one program, because a program for each would take
//! minutes; `conventions.rs` tells which is missing here.

#![allow(dead_code, clippy::pedantic, reason = "written to be read, and not to be used")]

#[path = "ui/allow/good.rs"]
mod allow;
#[path = "ui/claim_is_not_user_editable/good.rs"]
mod claim_is_not_user_editable;
#[path = "ui/collection_is_bounded/good.rs"]
mod collection_is_bounded;
#[path = "ui/collection_is_camel_case/good.rs"]
mod collection_is_camel_case;
#[path = "ui/column_is_snake_case/good.rs"]
mod column_is_snake_case;
#[path = "ui/column_names_are_unique/good.rs"]
mod column_names_are_unique;
#[path = "ui/condition_says_something/good.rs"]
mod condition_says_something;
#[path = "ui/copy_names_its_source/good.rs"]
mod copy_names_its_source;
#[path = "ui/default_fits_its_type/good.rs"]
mod default_fits_its_type;
#[path = "ui/document_field_is_camel_case/good.rs"]
mod document_field_is_camel_case;
#[path = "ui/document_id_is_automatic/good.rs"]
mod document_id_is_automatic;
#[path = "ui/document_name_is_legal/good.rs"]
mod document_name_is_legal;
#[path = "ui/document_names_are_unique/good.rs"]
mod document_names_are_unique;
#[path = "ui/document_rules_fit_the_budget/good.rs"]
mod document_rules_fit_the_budget;
#[path = "ui/every_command_has_policy/good.rs"]
mod every_command_has_policy;
#[path = "ui/exclusion_ends_in_a_range/good.rs"]
mod exclusion_ends_in_a_range;
#[path = "ui/foreign_key_ends_in_id/good.rs"]
mod foreign_key_ends_in_id;
#[path = "ui/foreign_key_is_declared/good.rs"]
mod foreign_key_is_declared;
#[path = "ui/foreign_key_is_indexed/good.rs"]
mod foreign_key_is_indexed;
#[path = "ui/foreign_key_states_on_delete/good.rs"]
mod foreign_key_states_on_delete;
#[path = "ui/foreign_key_type_matches/good.rs"]
mod foreign_key_type_matches;
#[path = "ui/has_created_at/good.rs"]
mod has_created_at;
#[path = "ui/has_one_id/good.rs"]
mod has_one_id;
#[path = "ui/has_updated_at/good.rs"]
mod has_updated_at;
#[path = "ui/hnsw_parameters_are_in_range/good.rs"]
mod hnsw_parameters_are_in_range;
#[path = "ui/identifier_fits_63_bytes/good.rs"]
mod identifier_fits_63_bytes;
#[path = "ui/identifier_is_not_reserved/good.rs"]
mod identifier_is_not_reserved;
#[path = "ui/index_column_exists/good.rs"]
mod index_column_exists;
#[path = "ui/index_is_not_redundant/good.rs"]
mod index_is_not_redundant;
#[path = "ui/index_reads_only_its_row/good.rs"]
mod index_reads_only_its_row;
#[path = "ui/index_suits_its_method/good.rs"]
mod index_suits_its_method;
#[path = "ui/key_belongs_to_its_engine/good.rs"]
mod key_belongs_to_its_engine;
#[path = "ui/member_is_in_schema/good.rs"]
mod member_is_in_schema;
#[path = "ui/membership_binds_one_column/good.rs"]
mod membership_binds_one_column;
#[path = "ui/membership_names_a_path/good.rs"]
mod membership_names_a_path;
#[path = "ui/model_states_its_table/good.rs"]
mod model_states_its_table;
#[path = "ui/money_is_not_a_float/good.rs"]
mod money_is_not_a_float;
#[path = "ui/no_repeating_group/good.rs"]
mod no_repeating_group;
#[path = "ui/no_transitive_copy/good.rs"]
mod no_transitive_copy;
#[path = "ui/open_write_states_a_reason/good.rs"]
mod open_write_states_a_reason;
#[path = "ui/parent_is_in_schema/good.rs"]
mod parent_is_in_schema;
#[path = "ui/pattern_is_portable/good.rs"]
mod pattern_is_portable;
#[path = "ui/policy_column_exists/good.rs"]
mod policy_column_exists;
#[path = "ui/policy_column_is_indexed/good.rs"]
mod policy_column_is_indexed;
#[path = "ui/precision_is_for_decimals/good.rs"]
mod precision_is_for_decimals;
#[path = "ui/private_column_is_not_selectable_by_clients/good.rs"]
mod private_column_is_not_selectable_by_clients;
#[path = "ui/realtime_states_a_reason/good.rs"]
mod realtime_states_a_reason;
#[path = "ui/relation_reads_only_its_row/good.rs"]
mod relation_reads_only_its_row;
#[path = "ui/set_null_needs_an_option/good.rs"]
mod set_null_needs_an_option;
#[path = "ui/string_is_bounded/good.rs"]
mod string_is_bounded;
#[path = "ui/subcollection_names_its_parent/good.rs"]
mod subcollection_names_its_parent;
#[path = "ui/table_id_is_uuid/good.rs"]
mod table_id_is_uuid;
#[path = "ui/table_is_snake_case/good.rs"]
mod table_is_snake_case;
#[path = "ui/table_names_are_unique/good.rs"]
mod table_names_are_unique;
#[path = "ui/timestamps_have_a_zone/good.rs"]
mod timestamps_have_a_zone;
#[path = "ui/type_suits_its_engine/good.rs"]
mod type_suits_its_engine;
#[path = "ui/update_needs_select/good.rs"]
mod update_needs_select;
#[path = "ui/value_rule_can_be_kept/good.rs"]
mod value_rule_can_be_kept;
#[path = "ui/vector_fits_its_index/good.rs"]
mod vector_fits_its_index;
#[path = "ui/vector_is_indexed/good.rs"]
mod vector_is_indexed;
#[path = "ui/vector_is_written_by_servers/good.rs"]
mod vector_is_written_by_servers;
#[path = "ui/vector_states_its_distance/good.rs"]
mod vector_states_its_distance;
