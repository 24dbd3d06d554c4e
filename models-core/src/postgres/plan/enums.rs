//! Native enum types: one for each name.

use std::collections::HashMap;

use crate::postgres::catalogue::{EnumDef, Names, QualifiedName};
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::model::table_model::TableModel;
use crate::postgres::plan::model::tables::Tables;
use crate::postgres::plan::name::derived::LONGEST;
use crate::schema::EnumType;

/// The native enums so far, by name.
pub(crate) type Enums<'a> = HashMap<&'a str, &'a EnumType>;

/// Adds the native enum types that a table is the first to have.
pub(crate) fn add_enums<'a>(
    stored: TableModel<'a>,
    tables: &Tables<'a>,
    enums: &mut Enums<'a>,
    types: &mut Vec<EnumDef<'a>>,
) -> Result<(), Error> {
    for of in stored.columns().filter_map(|column| column.field.kind.labels()) {
        check(stored, of)?;
        if !of.native {
            continue;
        }
        match enums.insert(&of.name, of) {
            Some(before) if before.labels == of.labels => {}
            Some(_) => return Err(stored.error(ErrorKind::EnumDiffers(of.name.to_string()))),
            // A table is a type too, so the two share one list of names.
            None if tables.get(EnumType::SCHEMA, &of.name).is_some() => {
                return Err(stored.error(ErrorKind::NameTaken(of.name.to_string())));
            }
            None => types.push(EnumDef {
                name: QualifiedName::new(EnumType::SCHEMA, &*of.name),
                labels: Names::Borrowed(&of.labels),
            }),
        }
    }
    Ok(())
}

fn check(stored: TableModel<'_>, of: &EnumType) -> Result<(), Error> {
    let storable = |label: &str| {
        !label.contains('\0') && !(of.native && (label.is_empty() || label.len() > LONGEST))
    };
    let good = |(i, label)| storable(label) && !of.labels.iter().take(i).any(|l| l == label);
    let labels = of.labels.iter().map(|label| &**label);
    if of.labels.is_empty() || !labels.enumerate().all(good) {
        return Err(stored.error(ErrorKind::Labels(of.name.to_string())));
    }
    if of.native && (of.name.is_empty() || of.name.len() > LONGEST || of.name.contains('\0')) {
        return Err(stored.error(ErrorKind::Name(of.name.to_string())));
    }
    Ok(())
}
