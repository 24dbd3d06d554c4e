//! Native enum types: one for each name.

use std::collections::HashMap;

use crate::postgres::column::table_model::TableModel;
use crate::postgres::column::tables::Tables;
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::statement::schema::CreateType;
use crate::postgres::text::name::LONGEST;
use crate::schema::EnumType;

/// The native enums so far, by name.
pub(crate) type Enums<'a> = HashMap<&'a str, &'a EnumType>;

/// The native enum types that a table is the first to have.
pub(crate) fn create_types<'a>(
    stored: TableModel<'a>,
    tables: &Tables<'a>,
    enums: &mut Enums<'a>,
) -> Result<Vec<CreateType<'a>>, Error> {
    let mut types = Vec::new();
    for of in stored.columns().filter_map(|column| column.field.kind.labels()) {
        check(stored, of)?;
        if !of.native {
            continue;
        }
        match enums.insert(&of.name, of) {
            Some(before) if before.labels == of.labels => {}
            Some(_) => return Err(stored.trouble(ErrorKind::EnumDiffers(of.name.to_string()))),
            // A table is a type too, so the two share one list of names.
            None if tables.get(EnumType::SCHEMA, &of.name).is_some() => {
                return Err(stored.trouble(ErrorKind::NameTaken(of.name.to_string())));
            }
            None => types.push(CreateType { of }),
        }
    }
    Ok(types)
}

fn check(stored: TableModel<'_>, of: &EnumType) -> Result<(), Error> {
    let storable = |label: &str| {
        !label.contains('\0') && !(of.native && (label.is_empty() || label.len() > LONGEST))
    };
    let good = |(i, label)| storable(label) && !of.labels.iter().take(i).any(|l| l == label);
    let labels = of.labels.iter().map(|label| &**label);
    if of.labels.is_empty() || !labels.enumerate().all(good) {
        return Err(stored.trouble(ErrorKind::Labels(of.name.to_string())));
    }
    if of.native && (of.name.is_empty() || of.name.len() > LONGEST || of.name.contains('\0')) {
        return Err(stored.trouble(ErrorKind::Name(of.name.to_string())));
    }
    Ok(())
}
