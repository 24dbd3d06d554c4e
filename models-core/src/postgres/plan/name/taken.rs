//! Names that several definitions would share.
//!
//! PostgreSQL has the tables and indexes of a schema in one list of names. A
//! derived name that another table, constraint or index has too gets the hash
//! of its definition, all of them do: so a name depends on no order.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use super::fingerprint::Fingerprint;
use crate::postgres::catalogue::{ConstraintKind, QualifiedName, TableDef};
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::model::tables::Tables;
use crate::postgres::plan::name::derived::Derived;
use crate::postgres::sql::{TableRef, constraint_definition, index_definition};

/// How often each name is wanted, by its fingerprint. That two names share a
/// fingerprint costs both a longer name, and nothing else.
type Wanted = HashMap<u64, Owner, BuildHasherDefault<AsIs>>;

/// Who wants a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    One,
    Several,
}

/// Hashes a fingerprint, which is a hash already.
#[derive(Debug, Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, fingerprint: u64) {
        self.0 = fingerprint;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Gives all constraints and indexes names of their own.
pub(crate) fn resolve(tables: &Tables<'_>, defs: &mut [TableDef<'_>]) -> Result<(), Error> {
    // A key, a unique constraint, an index, and the table itself.
    let mut wanted = Wanted::with_capacity_and_hasher(4 * defs.len(), BuildHasherDefault::new());
    let mut is_shared = false;
    for table in defs.iter() {
        let QualifiedName { schema, name } = &table.name;
        let schema = Fingerprint::of(schema);
        for name in [&**name].into_iter().chain(derived(table)) {
            let owner = wanted.entry(schema.and(name).value()).and_modify(|owner| {
                *owner = Owner::Several;
            });
            is_shared |= *owner.or_insert(Owner::One) == Owner::Several;
        }
    }
    if is_shared { rename(tables, defs, &wanted) } else { Ok(()) }
}

/// The names of a table that are derived and stand in the list of its schema.
fn derived<'t>(table: &'t TableDef<'_>) -> impl Iterator<Item = &'t str> {
    let constraints = table.constraints.iter().filter(|one| has_index(&one.kind));
    let constraints = constraints.map(|constraint| &*constraint.name);
    constraints.chain(table.indexes.iter().map(|index| &*index.name))
}

const fn has_index(kind: &ConstraintKind<'_>) -> bool {
    match kind {
        ConstraintKind::PrimaryKey { .. }
        | ConstraintKind::Unique { .. }
        | ConstraintKind::Exclusion { .. } => true,
        ConstraintKind::Check { .. } | ConstraintKind::ForeignKey { .. } => false,
    }
}

/// A constraint or an index that shares its name.
struct Sharing {
    /// The place of its table.
    table: usize,
    /// Its place among the derived names of the table.
    place: usize,
    schema: String,
    name: String,
    /// The end of its name, which tells what it is.
    kind: &'static str,
    definition: String,
}

/// Gives those that share a name longer ones. Where one definition alone is
/// there twice, the first keeps its name: which is first makes no difference.
fn rename(tables: &Tables<'_>, defs: &mut [TableDef<'_>], wanted: &Wanted) -> Result<(), Error> {
    let sharing = sharing(defs, wanted);
    let mut taken: HashSet<u64> = HashSet::new();
    let mut before: HashMap<&str, usize> = HashMap::new();
    for one in &sharing {
        let Some(table) = defs.get_mut(one.table) else { continue };
        let times = before.entry(&*one.definition).or_default();
        *times += 1;
        let is_alone = sharing.iter().all(|other| {
            other.name != one.name
                || other.schema != one.schema
                || other.definition == one.definition
        });
        let is_table = tables.get(&table.name.schema, &one.name).is_some();
        if is_alone && !is_table && *times == 1 {
            continue;
        }
        let mut hash = Fingerprint::of(&one.definition);
        if *times > 1 && !is_alone {
            hash = hash.and("again");
        }
        let name = Derived::again(&one.name, one.kind).hashed(hash);
        let key = Fingerprint::of(&table.name.schema).and(&name).value();
        if wanted.contains_key(&key) || !taken.insert(key) {
            let stored = tables.iter().nth(one.table);
            let kind = ErrorKind::NameTaken(one.name.clone());
            return stored.map_or(Ok(()), |stored| Err(stored.error(kind)));
        }
        set_name(table, one.place, name);
    }
    Ok(())
}

/// All that share their names, in order.
fn sharing(defs: &[TableDef<'_>], wanted: &Wanted) -> Vec<Sharing> {
    let mut found = Vec::new();
    for (table, def) in defs.iter().enumerate() {
        let schema = Fingerprint::of(&def.name.schema);
        let is_shared = |name: &str| wanted.get(&schema.and(name).value()) == Some(&Owner::Several);
        let constraints = def.constraints.iter().filter(|one| has_index(&one.kind));
        let mut place = 0;
        for one in constraints {
            if is_shared(&one.name) {
                let kind = match one.kind {
                    ConstraintKind::PrimaryKey { .. } => "pkey",
                    ConstraintKind::Exclusion { .. } => "excl",
                    ConstraintKind::Unique { .. }
                    | ConstraintKind::Check { .. }
                    | ConstraintKind::ForeignKey { .. } => "key",
                };
                let definition = constraint_definition(TableRef::new(def), &one.kind);
                found.push(Sharing {
                    table,
                    place,
                    schema: def.name.schema.to_string(),
                    name: one.name.to_string(),
                    kind,
                    definition,
                });
            }
            place += 1;
        }
        for one in &def.indexes {
            if is_shared(&one.name) {
                let kind = if one.unique { "key" } else { "idx" };
                let definition = index_definition(TableRef::new(def), one);
                found.push(Sharing {
                    table,
                    place,
                    schema: def.name.schema.to_string(),
                    name: one.name.to_string(),
                    kind,
                    definition,
                });
            }
            place += 1;
        }
    }
    found
}

fn set_name(table: &mut TableDef<'_>, place: usize, name: String) {
    let constraints = table.constraints.iter_mut().filter(|one| has_index(&one.kind));
    let constraints = constraints.map(|constraint| &mut constraint.name);
    let indexes = table.indexes.iter_mut().map(|index| &mut index.name);
    if let Some(slot) = constraints.chain(indexes).nth(place) {
        *slot = name.into();
    }
}
