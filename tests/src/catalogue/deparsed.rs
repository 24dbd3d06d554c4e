//! A planned catalogue with its types and expressions as the server prints
//! them: each is put into a table of a scratch schema, and read from there.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

use models_core::postgres::catalogue::{ConstraintKind, QualifiedName, TableDef};
use models_core::postgres::{Catalogue, Ident};
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection, Executor};

use crate::database::Database;

/// The same catalogue in the words of this server, which has the types and
/// functions that it names.
pub(super) async fn deparsed<'a>(
    database: &mut Database,
    mut catalogue: Catalogue<'a>,
) -> Catalogue<'a> {
    let mut transaction = database.connection.begin().await.unwrap();
    let scratch = scratch(&mut transaction, &catalogue).await;
    let tables: HashMap<&QualifiedName<'_>, &TableDef<'_>> =
        scratch.tables.iter().map(|table| (&table.name, table)).collect();
    for table in &mut catalogue.tables {
        let printed = tables[&scratch_name(&table.name)];
        for (column, printed) in table.columns.iter_mut().zip(&printed.columns) {
            column.data_type = printed.data_type.clone();
            column.default.clone_from(&printed.default);
        }
        for (i, expression) in expressions(table).into_iter().enumerate() {
            let name = policy_name(i);
            let policy = printed.policies.iter().find(|policy| policy.name == name).unwrap();
            *expression = policy.using.clone().unwrap();
        }
    }
    for function in &mut catalogue.functions {
        for argument in &mut function.arguments {
            argument.data_type = type_name(&mut transaction, &argument.data_type).await;
        }
        function.returns = match function.returns.strip_prefix("setof ") {
            Some(of) => format!("setof {}", type_name(&mut transaction, of).await).into(),
            None => type_name(&mut transaction, &function.returns).await,
        };
    }
    transaction.rollback().await.unwrap();
    catalogue
}

/// Makes a table for each, with its columns, and with a policy for each of its
/// expressions, and reads them.
async fn scratch(connection: &mut PgConnection, catalogue: &Catalogue<'_>) -> Catalogue<'static> {
    let mut sql = String::from("set local search_path = '';\n");
    let schemas: Vec<String> =
        catalogue.schemas.iter().map(|schema| scratch_schema(&schema.name)).collect();
    for schema in &schemas {
        writeln!(sql, "create schema {};", Ident::new(schema)).unwrap();
    }
    for table in &catalogue.tables {
        let name = scratch_name(&table.name);
        let columns = table.columns.iter().map(|column| {
            let default =
                column.default.as_ref().map_or_else(String::new, |sql| format!(" default {sql}"));
            format!("{} {}{default}", Ident::new(&column.name), column.data_type)
        });
        let columns: Vec<String> = columns.collect();
        writeln!(sql, "create table {name} ({});", columns.join(", ")).unwrap();
        for (i, expression) in expressions(&mut table.clone()).into_iter().enumerate() {
            writeln!(sql, "create policy {} on {name} using ({expression});", policy_name(i))
                .unwrap();
        }
    }
    if let Err(error) = connection.execute(sqlx::raw_sql(AssertSqlSafe(sql.clone()))).await {
        panic!("{error}\n{sql}");
    }
    let schemas: Vec<&str> = schemas.iter().map(String::as_str).collect();
    Catalogue::read(connection, &schemas).await.unwrap()
}

/// All conditions on rows of a table, in an order of their own.
fn expressions<'t, 'a>(table: &'t mut TableDef<'a>) -> Vec<&'t mut Cow<'a, str>> {
    let mut all = Vec::new();
    for constraint in &mut table.constraints {
        match &mut constraint.kind {
            ConstraintKind::Check { condition } => all.push(condition),
            ConstraintKind::Exclusion { predicate, .. } => all.extend(predicate),
            ConstraintKind::PrimaryKey { .. }
            | ConstraintKind::Unique { .. }
            | ConstraintKind::ForeignKey { .. } => {}
        }
    }
    all.extend(table.indexes.iter_mut().filter_map(|index| index.predicate.as_mut()));
    for policy in &mut table.policies {
        all.extend(policy.using.as_mut());
        all.extend(policy.with_check.as_mut());
    }
    all
}

fn policy_name(i: usize) -> String {
    format!("expression_{i}")
}

fn scratch_schema(schema: &str) -> String {
    format!("scratch {schema}")
}

fn scratch_name(name: &QualifiedName<'_>) -> QualifiedName<'static> {
    QualifiedName::new(scratch_schema(&name.schema), name.name.clone().into_owned())
}

/// A type as the server prints it, without digits, which functions do not keep.
async fn type_name(connection: &mut PgConnection, sql: &str) -> Cow<'static, str> {
    let query = "select pg_catalog.format_type(pg_catalog.to_regtype($1), null)";
    let name: String = sqlx::query_scalar(query).bind(sql).fetch_one(connection).await.unwrap();
    name.into()
}
