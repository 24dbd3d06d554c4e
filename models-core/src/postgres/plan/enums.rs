//! Native enum types: one for each name.

use std::collections::{HashMap, HashSet};

use crate::postgres::column::column_type::ENUM_SCHEMA;
use crate::postgres::column::stored::Stored;
use crate::postgres::column::tables::Tables;
use crate::postgres::error::{Error, Trouble};
use crate::postgres::statement::create_table::labels;
use crate::postgres::statement::schema::CreateType;
use crate::postgres::text::name::{LONGEST, Names};
use crate::postgres::text::quote::Ident;
use crate::schema::EnumType;

/// The native enum types, in the order in which columns have them.
pub(crate) fn create_types<'a>(
    tables: &Tables<'a>,
    names: &mut Names,
) -> Result<Vec<CreateType<'a>>, Error> {
    let mut types: Vec<CreateType<'a>> = Vec::new();
    let mut by_name: HashMap<&str, &EnumType> = HashMap::new();
    for stored in tables.iter() {
        for of in stored.columns().filter_map(|column| labels(&column.field.kind)) {
            check(stored, of)?;
            if !of.native {
                continue;
            }
            match by_name.insert(&of.name, of) {
                Some(before) if before.labels == of.labels => {}
                Some(_) => return Err(stored.trouble(Trouble::EnumDiffers(of.name.to_string()))),
                // A table is a type too, so the two share one list of names.
                None if names.take(Ident::new(ENUM_SCHEMA), &of.name) => {
                    types.push(CreateType { of });
                }
                None => return Err(stored.trouble(Trouble::NameTaken(of.name.to_string()))),
            }
        }
    }
    Ok(types)
}

fn check(stored: Stored<'_>, of: &EnumType) -> Result<(), Error> {
    let storable = |label: &str| {
        !label.contains('\0') && !(of.native && (label.is_empty() || label.len() > LONGEST))
    };
    let different: HashSet<&str> = of.labels.iter().map(|label| &**label).collect();
    let storable = different.iter().all(|label| storable(label));
    if of.labels.is_empty() || different.len() < of.labels.len() || !storable {
        return Err(stored.trouble(Trouble::Labels(of.name.to_string())));
    }
    if of.native && (of.name.is_empty() || of.name.len() > LONGEST || of.name.contains('\0')) {
        return Err(stored.trouble(Trouble::Name(of.name.to_string())));
    }
    Ok(())
}
