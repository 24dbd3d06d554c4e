//! Exclusions: rows whose ranges may not overlap.

use std::borrow::Cow;

use crate::postgres::catalogue::{ConstraintDef, ConstraintKind};
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::condition::checked::Condition;
use crate::postgres::plan::model::table_model::{Column, TableModel};
use crate::postgres::plan::name::derived::Derived;
use crate::postgres::plan::text;
use crate::schema::{Exclusion, GistDef};

/// The exclusions of a table.
pub(super) fn exclusions(stored: TableModel<'_>) -> Result<Vec<ConstraintDef<'_>>, Error> {
    stored.table.exclusions.iter().map(|one| exclusion(stored, one)).collect()
}

fn exclusion<'a>(
    stored: TableModel<'a>,
    exclusion: &'a Exclusion,
) -> Result<ConstraintDef<'a>, Error> {
    let columns = stored.all(exclusion.fields.iter().map(|field| &**field))?;
    let Some((range, equal)) = columns.split_last() else {
        return Err(stored.error(ErrorKind::EmptyIndex));
    };
    let wrong = equal.iter().find(|column| gist(**column) != GistDef::Equality);
    let wrong = wrong.or(Some(range).filter(|column| gist(**column) != GistDef::Overlap));
    if let Some(column) = wrong {
        return Err(stored.error(ErrorKind::Exclusion(column.field.name.to_string())));
    }
    let filter = exclusion.filter.as_ref().map(|expr| Condition::of_index(stored, expr));
    let predicate = filter.transpose()?.map(|condition| text(&condition).into());
    let name = Derived::new(stored.name(), "excl");
    let name = columns.iter().fold(name, |name, column| name.and(column.name()));
    Ok(ConstraintDef {
        name: name.plain().into(),
        kind: ConstraintKind::Exclusion {
            equal: equal.iter().map(|column| Cow::Borrowed(column.name())).collect(),
            range: range.name().into(),
            predicate,
        },
    })
}

fn gist(column: Column<'_>) -> GistDef {
    column.field.kind.column().map_or(GistDef::None, |column| column.gist)
}
