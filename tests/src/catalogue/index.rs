//! Indexes, besides those behind constraints.

use models_core::postgres::TableModel;
use models_core::schema::{self, Distance, Method, Type};
use sqlx::Row;
use sqlx::postgres::PgRow;

use super::{Names, expression};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Index {
    method: String,
    unique: bool,
    /// Column, whether it descends, and for vectors the operator class.
    parts: Vec<(String, bool, Option<String>)>,
    include: Vec<String>,
    nulls_not_distinct: bool,
    filter: Option<String>,
    parameters: Vec<String>,
    valid: bool,
}

pub(super) const READ: &str = "
    select tables.nspname::text, tables.relname::text, am.amname::text as method, i.indisunique, i.indisvalid,
        i.indnullsnotdistinct as nnd, i.indnkeyatts::int as keys,
        pg_catalog.pg_get_expr(i.indpred, i.indrelid) as filter,
        coalesce(c.reloptions, array[]::text[]) as parameters,
        array(select attname::text from pg_catalog.unnest(i.indkey) with ordinality as key (n, o)
            join pg_catalog.pg_attribute as a on a.attrelid = i.indrelid and a.attnum = key.n
            order by key.o) as columns,
        array(select option & 1 = 1 from pg_catalog.unnest(i.indoption) with ordinality as x
            (option, o) order by o) as descending,
        array(select n.nspname || '.' || oc.opcname
            from pg_catalog.unnest(i.indclass) with ordinality as x (class, o)
            join pg_catalog.pg_opclass as oc on oc.oid = x.class
            join pg_catalog.pg_namespace as n on n.oid = oc.opcnamespace
            order by x.o) as classes
    from tables
    join pg_catalog.pg_index as i on i.indrelid = tables.oid
    join pg_catalog.pg_class as c on c.oid = i.indexrelid
    join pg_catalog.pg_am as am on am.oid = c.relam
    where not exists (select from pg_catalog.pg_constraint as k where k.conindid = i.indexrelid
        and k.contype in ('p', 'u'))";

pub(super) fn read(row: &PgRow) -> Index {
    let method: String = row.get("method");
    let keys = usize::try_from(row.get::<i32, _>("keys")).unwrap();
    let mut columns: Vec<String> = row.get("columns");
    let include = columns.split_off(keys);
    let descending: Vec<bool> = row.get("descending");
    let classes: Vec<String> = row.get("classes");
    let of_vectors = matches!(method.as_str(), "hnsw" | "ivfflat");
    Index {
        parts: columns
            .into_iter()
            .zip(descending)
            .zip(classes)
            .map(|((column, descending), class)| (column, descending, of_vectors.then_some(class)))
            .collect(),
        method,
        unique: row.get("indisunique"),
        include,
        nulls_not_distinct: row.get("nnd"),
        filter: row.get("filter"),
        parameters: row.get("parameters"),
        valid: row.get("indisvalid"),
    }
}

pub(super) fn described(stored: TableModel<'_>, names: &Names) -> Vec<Index> {
    let name =
        |field: &str| stored.model.field(field).unwrap().column.as_ref().unwrap().to_string();
    let bare = |parts| Index {
        method: "btree".to_owned(),
        unique: false,
        parts,
        include: Vec::new(),
        nulls_not_distinct: false,
        filter: None,
        parameters: Vec::new(),
        valid: true,
    };
    let filter = |filter: &Option<schema::Expr>| {
        filter.as_ref().map(|filter| expression::described(filter, stored, names))
    };
    let mut indexes = Vec::new();
    for unique in stored.table.uniques.iter().filter(|unique| unique.filter.is_some()) {
        indexes.push(Index {
            unique: true,
            nulls_not_distinct: unique.nulls_not_distinct,
            filter: filter(&unique.filter),
            ..bare(unique.fields.iter().map(|field| (name(field), false, None)).collect())
        });
    }
    for index in &*stored.table.indexes {
        let parts = index.parts.iter().map(|part| {
            let kind = &stored.model.field(&part.field).unwrap().kind;
            (name(&part.field), part.descending, class(kind, &index.method))
        });
        let (method, parameters) = method(&index.method);
        indexes.push(Index {
            method: method.to_owned(),
            include: index.include.iter().map(|field| name(field)).collect(),
            filter: filter(&index.filter),
            parameters,
            ..bare(parts.collect())
        });
    }
    for column in stored.columns() {
        let wanted = column.field.references.as_ref().is_some_and(|reference| reference.indexed);
        let field = &column.field.name;
        let led = column.field.key.is_some()
            || stored.table.uniques.iter().any(|u| u.filter.is_none() && u.fields[0] == *field)
            || stored.table.indexes.iter().any(|i| {
                i.filter.is_none() && i.method == Method::BTree && i.parts[0].field == *field
            });
        if wanted && !led {
            indexes.push(bare(vec![(column.name().to_owned(), false, None)]));
        }
    }
    indexes
}

fn method(method: &Method) -> (&'static str, Vec<String>) {
    let said = |name: &str, value: &Option<u16>| value.map(|value| format!("{name}={value}"));
    match method {
        Method::BTree => ("btree", Vec::new()),
        Method::Gin => ("gin", Vec::new()),
        Method::Gist => ("gist", Vec::new()),
        Method::Hnsw { m, ef_construction, .. } => {
            let parameters = [said("m", m), said("ef_construction", ef_construction)];
            ("hnsw", parameters.into_iter().flatten().collect())
        }
        Method::Flat => panic!("no index of PostgreSQL"),
        Method::IvfFlat { lists, .. } => ("ivfflat", said("lists", lists).into_iter().collect()),
    }
}

fn class(kind: &Type, method: &Method) -> Option<String> {
    let (Method::Hnsw { distance, .. } | Method::IvfFlat { distance, .. }) = method else {
        return None;
    };
    let kind = match kind {
        Type::Vector(_) => "vector",
        Type::HalfVector(_) => "halfvec",
        Type::SparseVector(_) => "sparsevec",
        Type::BitVector(_) => "bit",
        other => panic!("{other:?} is no vector"),
    };
    let distance = match distance {
        Distance::Cosine => "cosine",
        Distance::L2 => "l2",
        Distance::L1 => "l1",
        Distance::InnerProduct => "ip",
        Distance::Hamming => "hamming",
        Distance::Jaccard => "jaccard",
    };
    Some(format!("extensions.{kind}_{distance}_ops"))
}
