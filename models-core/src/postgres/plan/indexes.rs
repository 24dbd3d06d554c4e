//! Indexes: those that are declared, and one for each foreign key.

use std::borrow::Cow;

use crate::postgres::catalogue::{IndexDef, IndexKey, Names};
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::condition::checked::Condition;
use crate::postgres::plan::model::operator_class::OperatorClass;
use crate::postgres::plan::model::table_model::{Column, TableModel};
use crate::postgres::plan::name::derived::{Derived, name_of};
use crate::postgres::plan::tables::{names, unique_columns, unique_name};
use crate::postgres::plan::text;
use crate::schema::{Expr, GistDef, Index, Method, Unique};

/// The indexes of a table, besides those behind its constraints.
pub(super) fn indexes(stored: TableModel<'_>) -> Result<Vec<IndexDef<'_>>, Error> {
    let mut indexes = Vec::new();
    for unique in stored.table.uniques.iter().filter(|unique| unique.filter.is_some()) {
        indexes.push(partial_unique(stored, unique)?);
    }
    for index in &*stored.table.indexes {
        indexes.push(declared(stored, index)?);
    }
    for column in stored.columns() {
        let refers = column.field.references.as_ref().is_some_and(|reference| reference.indexed);
        if refers && !leads(stored, column) {
            indexes.push(of_foreign_key(stored, column));
        }
    }
    Ok(indexes)
}

/// Whether an index over all rows begins with this column already.
fn leads(stored: TableModel<'_>, column: Column<'_>) -> bool {
    let field = &column.field.name;
    let unique = |unique: &Unique| unique.filter.is_none() && unique.fields.first() == Some(field);
    let index = |index: &Index| {
        index.filter.is_none()
            && index.method == Method::BTree
            && index.parts.first().is_some_and(|part| part.field == *field)
    };
    column.field.key.is_some()
        || stored.table.uniques.iter().any(unique)
        || stored.table.indexes.iter().any(index)
}

fn of_foreign_key<'a>(stored: TableModel<'a>, column: Column<'a>) -> IndexDef<'a> {
    let name = name_of([stored.name(), column.name(), "idx"]);
    IndexDef { keys: vec![key(column)], ..btree(name) }
}

fn partial_unique<'a>(stored: TableModel<'a>, unique: &'a Unique) -> Result<IndexDef<'a>, Error> {
    let columns = unique_columns(stored, unique)?;
    Ok(IndexDef {
        unique: true,
        keys: columns.iter().map(|column| key(*column)).collect(),
        nulls_not_distinct: unique.nulls_not_distinct,
        predicate: predicate(stored, unique.filter.as_ref())?,
        ..btree(unique_name(stored, &columns))
    })
}

fn declared<'a>(stored: TableModel<'a>, index: &'a Index) -> Result<IndexDef<'a>, Error> {
    let parts: Vec<CheckedKey<'a>> = index
        .parts
        .iter()
        .map(|part| {
            let column = stored.existing(&part.field)?;
            let operators = OperatorClass::of(&column.field.kind, &index.method);
            Ok(CheckedKey { column, descending: part.descending, operators })
        })
        .collect::<Result<_, Error>>()?;
    check(stored, index, &parts)?;
    let include = stored.all(index.include.iter().map(|field| &**field))?;
    let name = parts
        .iter()
        .fold(Derived::new(stored.name(), "idx"), |name, part| name.and(part.column.name()));
    let (method, parameters) = method(&index.method);
    let keys = parts.iter().map(|part| IndexKey {
        column: Cow::Borrowed(part.column.name()),
        operator_class: part.operators.map(|class| text(&class).into()),
        descending: part.descending,
    });
    Ok(IndexDef {
        method: Cow::Borrowed(method),
        keys: keys.collect(),
        include: names(&include),
        parameters,
        predicate: predicate(stored, index.filter.as_ref())?,
        ..btree(name.into_plain())
    })
}

fn predicate<'a>(
    stored: TableModel<'a>,
    filter: Option<&'a Expr>,
) -> Result<Option<Cow<'a, str>>, Error> {
    let condition = filter.map(|expr| Condition::of_index(stored, expr)).transpose()?;
    Ok(condition.map(|condition| text(&condition).into()))
}

/// A column of an index that is being checked.
struct CheckedKey<'a> {
    column: Column<'a>,
    descending: bool,
    operators: Option<OperatorClass>,
}

/// The access method by its name, with its parameters.
fn method<'a>(method: &Method) -> (&'static str, Vec<(Cow<'a, str>, u32)>) {
    let parameter = |name: &'static str, value: Option<u16>| {
        value.map(|value| (Cow::Borrowed(name), u32::from(value)))
    };
    match *method {
        // The last was refused when the index was checked.
        Method::BTree | Method::Flat => ("btree", Vec::new()),
        Method::Gin => ("gin", Vec::new()),
        Method::Gist => ("gist", Vec::new()),
        Method::Hnsw { m, ef_construction, .. } => {
            let parameters = [parameter("m", m), parameter("ef_construction", ef_construction)];
            ("hnsw", parameters.into_iter().flatten().collect())
        }
        Method::IvfFlat { lists, .. } => {
            ("ivfflat", parameter("lists", lists).into_iter().collect())
        }
    }
}

/// That the method can index these columns.
fn check(stored: TableModel<'_>, index: &Index, parts: &[CheckedKey<'_>]) -> Result<(), Error> {
    let [first, more @ ..] = parts else { return Err(stored.error(ErrorKind::EmptyIndex)) };
    let of = |part: &CheckedKey<'_>| part.column.field.kind.column();
    let fits = |part: &CheckedKey<'_>| match index.method {
        Method::BTree => of(part).is_some_and(|column| column.btree),
        Method::Gin => of(part).is_some_and(|column| column.gin) && !part.descending,
        Method::Gist => {
            of(part).is_some_and(|column| column.gist == GistDef::Overlap) && !part.descending
        }
        Method::Hnsw { .. } | Method::IvfFlat { .. } => {
            part.operators.is_some() && !part.descending && more.is_empty()
        }
        Method::Flat => false,
    };
    let wrong = match parts.iter().find(|part| !fits(part)) {
        None if index.method == Method::BTree || index.include.is_empty() => return Ok(()),
        None => first,
        Some(part) => part,
    };
    Err(stored.error(ErrorKind::Index(wrong.column.field.name.to_string())))
}

fn key(column: Column<'_>) -> IndexKey<'_> {
    IndexKey { column: Cow::Borrowed(column.name()), operator_class: None, descending: false }
}

/// An index without keys, to be filled in.
fn btree<'a>(name: String) -> IndexDef<'a> {
    IndexDef {
        name: name.into(),
        unique: false,
        method: "btree".into(),
        keys: Vec::new(),
        include: Names::default(),
        nulls_not_distinct: false,
        parameters: Vec::new(),
        predicate: None,
    }
}
