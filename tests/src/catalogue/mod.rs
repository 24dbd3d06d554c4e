//! What a server says about the tables that a script made, and what the
//! description says should be there: two lists of the same facts, each drawn
//! from its own source. Nothing here looks at the script.

mod column;
mod comment;
mod constraint;
mod deparsed;
mod expression;
mod function;
mod index;
mod planned;
mod policy;
mod privilege;
mod trigger;
mod types;
mod value;

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

use models_core::postgres::{TableModel, Target};
use models_core::schema::Schema;
use sqlx::postgres::PgRow;
use sqlx::{AssertSqlSafe, Row};

use crate::database::Database;

/// The facts about all tables, by schema and name.
#[derive(Debug, Default)]
pub struct Catalogue(BTreeMap<(String, String), Facts>);

/// The facts about a table, each kind sorted; a fact that is there twice is
/// listed twice.
#[derive(Debug, Default)]
struct Facts {
    columns: Vec<column::Column>,
    constraints: Vec<constraint::Constraint>,
    indexes: Vec<index::Index>,
    policies: Vec<policy::Policy>,
    privileges: Vec<privilege::Privilege>,
    triggers: Vec<trigger::Trigger>,
    functions: Vec<function::Function>,
    comments: Vec<comment::Comment>,
    row_security: Vec<&'static str>,
    publications: Vec<String>,
}

/// How the server quotes each name that the description has.
struct Names(HashMap<String, String>);

impl Names {
    /// A name as the server prints it.
    fn quoted(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_else(|| panic!("{name:?} was not asked for"))
    }
}

/// Tests that a database holds exactly what the schema describes.
pub async fn assert_described(database: &mut Database, schema: &Schema, target: Target) {
    database.run("set search_path = ''").await;
    let names = names(database, schema).await;
    let described = described(schema, target, &names);
    let read = read(database, described.0.keys()).await;
    for (table, expected) in &described.0 {
        let found = &read.0[table];
        same(table, "columns", &found.columns, &expected.columns);
        same(table, "constraints", &found.constraints, &expected.constraints);
        same(table, "indexes", &found.indexes, &expected.indexes);
        same(table, "policies", &found.policies, &expected.policies);
        same(table, "privileges", &found.privileges, &expected.privileges);
        same(table, "triggers", &found.triggers, &expected.triggers);
        same(table, "functions", &found.functions, &expected.functions);
        same(table, "comments", &found.comments, &expected.comments);
        same(table, "row security", &found.row_security, &expected.row_security);
        same(table, "publications", &found.publications, &expected.publications);
    }
    types::assert_described(database, schema).await;
    planned::assert_planned(database, schema, target).await;
}

fn same<T: PartialEq + Debug>(table: &(String, String), kind: &str, found: &[T], expected: &[T]) {
    let missing: Vec<_> = expected.iter().filter(|fact| !found.contains(fact)).collect();
    let surplus: Vec<_> = found.iter().filter(|fact| !expected.contains(fact)).collect();
    assert!(
        found == expected,
        "{kind} of {table:?}\nmissing: {missing:#?}\nsurplus: {surplus:#?}\nall: {found:#?}"
    );
}

async fn names(database: &mut Database, schema: &Schema) -> Names {
    let mut names: Vec<String> = Vec::new();
    for stored in schema.models.iter().filter_map(TableModel::new) {
        names.push(stored.table.name.to_string());
        names.extend(stored.columns().map(|column| column.name().to_owned()));
        names.extend(stored.columns().filter_map(|column| types::native(&column.field.kind)));
    }
    let rows = sqlx::query("select name, quote_ident(name) from unnest($1::text[]) as name")
        .bind(names)
        .fetch_all(&mut database.connection)
        .await
        .unwrap();
    Names(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}

fn described(schema: &Schema, target: Target, names: &Names) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for stored in schema.models.iter().filter_map(TableModel::new) {
        let mut facts = Facts {
            columns: column::described(stored, target, names),
            constraints: constraint::described(stored, names),
            indexes: index::described(stored, names),
            policies: policy::described(stored, names),
            privileges: privilege::described(stored),
            triggers: trigger::described(stored),
            functions: function::described(stored, names),
            comments: comment::described(stored),
            row_security: vec!["enabled", "forced"],
            publications: Vec::new(),
        };
        if stored.table.realtime.is_some() {
            facts.publications.push("supabase_realtime".to_owned());
        }
        let name = (stored.table.schema.to_string(), stored.table.name.to_string());
        assert!(catalogue.0.insert(name, facts.sorted()).is_none());
    }
    catalogue
}

async fn read(
    database: &mut Database,
    tables: impl Iterator<Item = &(String, String)>,
) -> Catalogue {
    let mut catalogue = Catalogue(tables.map(|name| (name.clone(), Facts::default())).collect());
    fill(database, &mut catalogue, column::READ, |f, row| f.columns.push(column::read(row))).await;
    fill(database, &mut catalogue, constraint::READ, |f, row| {
        f.constraints.push(constraint::read(row));
    })
    .await;
    fill(database, &mut catalogue, index::READ, |f, row| f.indexes.push(index::read(row))).await;
    fill(database, &mut catalogue, policy::READ, |f, row| f.policies.push(policy::read(row))).await;
    fill(database, &mut catalogue, privilege::READ, |f, row| {
        f.privileges.push(privilege::read(row));
    })
    .await;
    fill(database, &mut catalogue, trigger::READ, |f, row| f.triggers.push(trigger::read(row)))
        .await;
    fill(database, &mut catalogue, function::READ, |f, row| f.functions.push(function::read(row)))
        .await;
    fill(database, &mut catalogue, comment::READ, |f, row| f.comments.push(comment::read(row)))
        .await;
    fill(database, &mut catalogue, ROW_SECURITY, |facts, row| {
        facts.row_security.extend(row.get::<bool, _>("enabled").then_some("enabled"));
        facts.row_security.extend(row.get::<bool, _>("forced").then_some("forced"));
    })
    .await;
    fill(database, &mut catalogue, PUBLICATIONS, |f, row| f.publications.push(row.get("name")))
        .await;
    Catalogue(catalogue.0.into_iter().map(|(name, facts)| (name, facts.sorted())).collect())
}

const ROW_SECURITY: &str = "
    select tables.nspname::text, tables.relname::text, relrowsecurity as enabled, relforcerowsecurity as forced
    from tables";

const PUBLICATIONS: &str = "
    select tables.nspname::text, tables.relname::text, p.pubname::text as name
    from tables
    join pg_catalog.pg_publication_rel as r on r.prrelid = tables.oid
    join pg_catalog.pg_publication as p on p.oid = r.prpubid";

/// Runs a query over `tables` and hands each row to the facts of its table.
async fn fill(
    database: &mut Database,
    catalogue: &mut Catalogue,
    query: &str,
    add: impl Fn(&mut Facts, &PgRow),
) {
    let sql = format!(
        "with tables as (
            select c.*, n.nspname from pg_catalog.pg_class as c
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'auth')
        ) {query}"
    );
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut database.connection).await.unwrap();
    for row in rows {
        let table = (row.get("nspname"), row.get("relname"));
        let facts = catalogue.0.get_mut(&table);
        add(facts.unwrap_or_else(|| panic!("nobody described the table {table:?}")), &row);
    }
}

impl Facts {
    /// Columns have an order of their own; nothing else has.
    fn sorted(mut self) -> Self {
        self.constraints.sort();
        self.indexes.sort();
        self.policies.sort();
        self.privileges.sort();
        self.triggers.sort();
        self.functions.sort();
        self.comments.sort();
        self
    }
}
