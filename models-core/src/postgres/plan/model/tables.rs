//! All models that have a table.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::model::table_model::TableModel;
use crate::postgres::plan::name::fingerprint::Fingerprint;
use crate::schema::Schema;

/// The models of a schema that have a table, in order, and by name.
#[derive(Debug)]
pub(crate) struct Tables<'a> {
    list: Vec<TableModel<'a>>,
    by_name: HashMap<(&'a str, &'a str), usize, BuildHasherDefault<Fingerprint>>,
}

impl<'a> Tables<'a> {
    pub(crate) fn new(schema: &'a Schema) -> Result<Self, Error> {
        let list: Vec<_> = schema.models.iter().filter_map(TableModel::new).collect();
        let mut by_name = HashMap::with_capacity_and_hasher(list.len(), BuildHasherDefault::new());
        for (i, stored) in list.iter().enumerate() {
            let name = (&*stored.table.schema, &*stored.table.name);
            if by_name.insert(name, i).is_some() {
                return Err(stored.error(ErrorKind::NameTaken(stored.table.name.to_string())));
            }
        }
        Ok(Self { list, by_name })
    }

    /// The model that is kept in this table.
    pub(crate) fn get(&self, schema: &str, table: &str) -> Option<TableModel<'a>> {
        self.by_name.get(&(schema, table)).and_then(|&i| self.list.get(i)).copied()
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = TableModel<'a>> + Clone {
        self.list.iter().copied()
    }
}
