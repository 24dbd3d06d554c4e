//! From the name of a check constraint back to its rule.

use crate::postgres::plan::model::table_model::{Column, TableModel};
use crate::postgres::plan::values::PlannedRule;
use crate::postgres::plan::{tables, values};
use crate::schema::{EnumType, ModelRule, ValueRule};

/// The rule that a check constraint comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CheckSource<'a> {
    /// The labels of an enum.
    Labels(Column<'a>, &'a EnumType),
    /// A rule of one field.
    Value(Column<'a>, &'a ValueRule),
    /// A rule of several fields.
    Relation(&'a ModelRule),
}

/// The rule behind the check constraint of this name.
pub(crate) fn source_of_check<'a>(stored: TableModel<'a>, name: &str) -> Option<CheckSource<'a>> {
    let labels = stored.columns().find_map(|column| {
        let of = tables::checked_labels(column)?;
        (tables::labels_name(stored, column) == name).then_some(CheckSource::Labels(column, of))
    });
    labels.or_else(|| {
        let planned = values::named(stored).ok()?.into_iter().find(|(own, _)| own == name);
        planned.map(|(_, planned)| match planned.rule {
            PlannedRule::Value(column, check) => CheckSource::Value(column, check.rule),
            PlannedRule::Each(column, rule, _) => CheckSource::Value(column, rule),
            PlannedRule::Relation(_, rule) => CheckSource::Relation(rule),
        })
    })
}
