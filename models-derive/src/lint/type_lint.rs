//! The conventions that `models-core/src/check/` judges, where types or all
//! models are known, and the fields that each is asked of.

use syn::Ident;

use super::is_money;
use crate::diagnostic::Extent;
use crate::ir::{Expr, Field, Index, Located, MethodKind, Model, OnDelete, Rule, plain};

/// A convention that is judged when this derive is done.
pub(crate) struct TypeLint {
    pub(crate) name: &'static str,
    pub(crate) input: CheckInput,
    /// Whether this field can break it, as far as its tokens tell.
    pub(crate) applies_to: fn(&Model, &Field) -> bool,
    /// Where the caret belongs.
    pub(crate) at: fn(&Field) -> Extent,
}

/// What the convention is asked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CheckInput {
    /// The field's type.
    Field,
    /// The field's type, and what its rules bound.
    Limits,
    /// The field's type, and which engines keep it.
    Engine,
    /// The type of the field that this one is called after.
    Copy,
    /// The field's type and each index over it.
    Index,
    /// The field's type, and whether it is the last field of an exclusion.
    Exclusion,
    /// The field's type and its default.
    Default,
    /// Nothing: the convention is a trait bound, which compiles or does not.
    Bound,
    /// All models, by `schema![..]`.
    Schema,
}

/// All of them, in the order of the guide.
pub(crate) const TYPE_LINTS: &[TypeLint] = &[
    TypeLint {
        name: "table_names_are_unique",
        input: CheckInput::Schema,
        applies_to: |_, _| false,
        at: Field::type_at,
    },
    TypeLint {
        name: "has_created_at",
        input: CheckInput::Field,
        applies_to: |_, field| field.name == "created_at",
        at: Field::type_at,
    },
    TypeLint {
        name: "has_updated_at",
        input: CheckInput::Field,
        applies_to: |_, field| field.name == "updated_at",
        at: Field::type_at,
    },
    TypeLint {
        name: "type_suits_its_engine",
        input: CheckInput::Engine,
        applies_to: |_, field| !has_a_type_of_its_own(field),
        at: Field::type_at,
    },
    TypeLint {
        name: "timestamps_have_a_zone",
        input: CheckInput::Field,
        applies_to: |_, field| !has_a_type_of_its_own(field),
        at: Field::type_at,
    },
    TypeLint {
        name: "table_id_is_uuid",
        input: CheckInput::Field,
        applies_to: |model, field| field.id.is_some() && model.collection_only().is_none(),
        at: Field::type_at,
    },
    TypeLint {
        name: "document_id_is_automatic",
        input: CheckInput::Field,
        applies_to: |model, field| field.id.is_some() && model.collection_only().is_some(),
        at: Field::type_at,
    },
    TypeLint {
        name: "copy_names_its_source",
        input: CheckInput::Copy,
        applies_to: |model, field| super::called_after(model, field).is_some(),
        at: |field| field.ident.span().into(),
    },
    TypeLint {
        name: "foreign_key_is_declared",
        input: CheckInput::Field,
        applies_to: looks_like_a_foreign_key,
        at: Field::type_at,
    },
    TypeLint {
        name: "foreign_key_type_matches",
        input: CheckInput::Bound,
        applies_to: |model, field| field.references.is_some() && model.collection_only().is_none(),
        at: Field::type_at,
    },
    TypeLint {
        name: "set_null_needs_an_option",
        input: CheckInput::Field,
        applies_to: |_, field| sets_null(field),
        at: |field| field.on_delete.as_ref().map_or_else(|| field.type_at(), |on| on.at),
    },
    TypeLint {
        name: "parent_is_in_schema",
        input: CheckInput::Schema,
        applies_to: |_, field| field.references.is_some(),
        at: Field::type_at,
    },
    TypeLint {
        name: "member_is_in_schema",
        input: CheckInput::Schema,
        applies_to: |_, _| false,
        at: Field::type_at,
    },
    TypeLint {
        name: "default_fits_its_type",
        input: CheckInput::Default,
        applies_to: |_, field| field.default.is_some(),
        at: |field| field.default.as_ref().map_or_else(|| field.type_at(), |value| value.at),
    },
    TypeLint {
        name: "money_is_not_a_float",
        input: CheckInput::Field,
        applies_to: |_, field| is_money(&field.name),
        at: Field::type_at,
    },
    TypeLint {
        name: "precision_is_for_decimals",
        input: CheckInput::Field,
        applies_to: |_, field| field.precision.is_some(),
        at: |field| field.precision.as_ref().map_or_else(|| field.type_at(), |digits| digits.at),
    },
    TypeLint {
        name: "string_is_bounded",
        input: CheckInput::Limits,
        applies_to: |_, field| !has_a_type_of_its_own(field),
        at: Field::type_at,
    },
    TypeLint {
        name: "collection_is_bounded",
        input: CheckInput::Limits,
        applies_to: |_, field| !has_a_type_of_its_own(field),
        at: Field::type_at,
    },
    TypeLint {
        name: "vector_is_indexed",
        input: CheckInput::Field,
        applies_to: is_without_a_vector_index,
        at: Field::type_at,
    },
    TypeLint {
        name: "vector_is_written_by_servers",
        input: CheckInput::Field,
        applies_to: is_written_by_clients,
        at: Field::type_at,
    },
    TypeLint {
        name: "membership_names_a_path",
        input: CheckInput::Schema,
        applies_to: |_, _| false,
        at: Field::type_at,
    },
    TypeLint {
        name: "document_rules_fit_the_budget",
        input: CheckInput::Schema,
        applies_to: |_, _| false,
        at: Field::type_at,
    },
    TypeLint {
        name: "exclusion_ends_in_a_range",
        input: CheckInput::Exclusion,
        applies_to: |model, field| exclusions_over(model, field).next().is_some(),
        at: Field::type_at,
    },
    TypeLint {
        name: "vector_fits_its_index",
        input: CheckInput::Index,
        applies_to: |model, field| checked_indexes(model, field).next().is_some(),
        at: Field::type_at,
    },
];

/// The indexes over a field that its type may not suit. A tree suits every key;
/// vectors beside other fields are refused already.
pub(crate) fn checked_indexes<'a>(
    model: &'a Model,
    field: &'a Field,
) -> impl Iterator<Item = &'a Index> {
    indexes_over(model, field).filter(|index| match index.method.kind {
        MethodKind::BTree => !has_a_type_of_its_own(field),
        MethodKind::Gin | MethodKind::Gist => true,
        MethodKind::Hnsw | MethodKind::IvfFlat | MethodKind::Flat => index.parts.len() == 1,
    })
}

/// The indexes that file rows by this field.
fn indexes_over<'a>(model: &'a Model, field: &'a Field) -> impl Iterator<Item = &'a Index> {
    model
        .indexes
        .iter()
        .filter(|index| index.parts.iter().any(|part| plain(&part.field) == field.name))
}

/// For each exclusion that names a field, whether it is the last one there.
pub(crate) fn exclusions_over(model: &Model, field: &Field) -> impl Iterator<Item = bool> {
    model.exclusions.iter().filter_map(|exclusion| {
        let names = |ident: &Ident| plain(ident) == field.name;
        let is_there = exclusion.fields.iter().any(names);
        is_there.then(|| exclusion.fields.last().is_some_and(names))
    })
}

fn looks_like_a_foreign_key(model: &Model, field: &Field) -> bool {
    field.is_column(model)
        && field.name.ends_with("_id")
        && field.references.is_none()
        && field.id.is_none()
        && !field.may_declare("references")
        && !field.may_declare("id")
}

fn sets_null(field: &Field) -> bool {
    matches!(field.on_delete, Some(Located { value: OnDelete::SetNull, .. }))
        && field.references.is_some()
}

/// Another convention is about the type of a key or of a timestamp of the row.
fn has_a_type_of_its_own(field: &Field) -> bool {
    field.id.is_some() || field.references.is_some() || field.is_timestamp_of_the_row()
}

fn is_without_a_vector_index(model: &Model, field: &Field) -> bool {
    !has_a_type_of_its_own(field)
        && !indexes_over(model, field).any(|index| index.method.kind.measures())
        && !field.may_declare("index")
        && !model.may_declare("index")
}

/// Whether clients may write a field of a document, as far as rules tell.
pub(crate) fn is_written_by_clients(model: &Model, field: &Field) -> bool {
    let is_open = |rule: &Option<Rule>| {
        rule.as_ref().is_some_and(|rule| !matches!(rule.allow, Expr::Nobody(_) | Expr::Service(_)))
    };
    let access = &model.access;
    field.is_in_the_body(model)
        && !has_a_type_of_its_own(field)
        && field.server.is_none()
        && !field.may_declare("server")
        && (is_open(&access.insert) || (is_open(&access.update) && field.immutable.is_none()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::TYPE_LINTS;

    /// The conventions of a folder: files that begin with their name.
    fn files(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).expect("the core lies beside the derive") {
            let path = entry.expect("a name").path();
            let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            let name = name.unwrap_or_default();
            if path.is_dir() {
                files(&path, found);
            } else if fs::read_to_string(&path)
                .is_ok_and(|source| source.starts_with(&format!("//! # `{name}`\n")))
            {
                found.insert(name);
            }
        }
    }

    #[test]
    fn the_list_is_what_the_core_judges() {
        let mut found = BTreeSet::new();
        let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models-core/src/check");
        files(&core, &mut found);
        let listed: BTreeSet<String> = TYPE_LINTS.iter().map(|lint| lint.name.to_owned()).collect();
        assert_eq!(listed, found);
    }
}
