//! PostgreSQL, asked in the role and with the claims of the caller.

use ::backend_models::access::Value;
use ::backend_models::postgres::{Script, Target};
use ::backend_models::schema::{Field, ModelDef};
use models_tests::database::{Database, Held};
use models_tests::literal::literal;
use models_tests::servers::Server;
use sqlx::Row as _;

use super::rust;
use super::{Batch, Place, Verdict};
use crate::case::{Case, Command, body, members};

/// A database of its own on a server.
pub(crate) struct Postgres {
    held: Held,
    /// Batches that the session has answered.
    answered: usize,
    /// Changes the statements before they run: how a test breaks the printer.
    alter: fn(&str) -> String,
}

/// After so many batches a session is left for another: it remembers tables
/// that are no more, and grows slow.
const TIRED: usize = 25;

/// Asks one decision after the other. Whatever was done is undone before the
/// next, so that each finds its own row and no other.
const ASK: &str = "create function pg_temp.ask(
        roles text[], claims text[], before text[], attempts text[]
    ) returns text[] language plpgsql as $$
    declare
        answers text[];
        code text;
        said text;
        touched int;
    begin
        for i in 1 .. cardinality(attempts) loop
            begin
                if before[i] <> '' then
                    execute before[i];
                end if;
                perform set_config('request.jwt.claims', claims[i], true);
                perform set_config('role', roles[i], true);
                execute attempts[i];
                get diagnostics touched = row_count;
                raise exception using errcode = 'DONE0', message = touched::text;
            exception when others then
                get stacked diagnostics code = returned_sqlstate, said = message_text;
                answers[i] := code || ' ' || said;
            end;
        end loop;
        return answers;
    end $$";

impl Postgres {
    pub(crate) fn on(server: &Server, alter: fn(&str) -> String) -> Self {
        let mut held = Held::on(server);
        held.with(async |database| database.run(ASK).await);
        Self { held, answered: 0, alter }
    }
}

impl Place for Postgres {
    fn name(&self) -> String {
        format!("PostgreSQL {}", self.held.database.server.name)
    }

    fn is_sampled(&self) -> bool {
        self.held.database.server.is_between
    }

    fn ask(&mut self, batch: &Batch) -> Vec<Verdict> {
        let (alter, is_tired) = (self.alter, self.answered == TIRED);
        self.answered = if is_tired { 1 } else { self.answered + 1 };
        self.held.with(async |database| {
            if is_tired {
                *database = database.another().await;
                database.run(ASK).await;
            }
            ask(database, batch, alter).await
        })
    }
}

/// Makes the tables in a transaction, asks, and leaves nothing behind.
async fn ask(database: &mut Database, batch: &Batch, alter: fn(&str) -> String) -> Vec<Verdict> {
    let statements = statements(batch, alter);
    let all = format!("begin;\n{};", statements.join(";\n"));
    if database.try_run(&all).await.is_err() {
        let failure = failure(database, &statements).await;
        return vec![Verdict::Failed(failure); batch.cases.len()];
    }
    let cases = &batch.cases;
    let texts = |of: &dyn Fn(&Case) -> String| cases.iter().map(of).collect::<Vec<String>>();
    let row = sqlx::query("select pg_temp.ask($1, $2, $3, $4)")
        .bind(texts(&|case| case.auth.role().to_owned()))
        .bind(texts(&|case| case.auth.jwt_claims()))
        .bind(texts(&|case| before(batch.model(case), case)))
        .bind(texts(&|case| attempt(batch.model(case), case)))
        .fetch_one(&mut database.connection)
        .await
        .unwrap_or_else(|error| panic!("{error}"));
    database.run("rollback").await;
    row.get::<Vec<String>, _>(0).into_iter().map(verdict).collect()
}

/// What makes the tables, and the members.
fn statements(batch: &Batch, alter: fn(&str) -> String) -> Vec<String> {
    let script = Script::new(&batch.schema, Target::PLAIN).expect("it was printed before");
    let made = script.statements().map(|statement| alter(&statement.to_string()));
    let members = members().into_iter().map(|member| {
        let values = ["user_id", "team_id", "role", "level"].map(|name| literal(&member[name]));
        format!("insert into members values ({})", values.join(", "))
    });
    made.chain(members).collect()
}

/// The statement that fails, and why.
async fn failure(database: &mut Database, statements: &[String]) -> String {
    database.run("begin").await;
    for statement in statements {
        if let Err(error) = database.try_run(statement).await {
            return format!("{error}: {statement}");
        }
    }
    database.run("rollback").await;
    "only together do the statements fail".to_owned()
}

fn verdict(answer: String) -> Verdict {
    match answer.split_once(' ') {
        Some(("DONE0", "0")) => Verdict::Denied("no such row".to_owned()),
        Some(("DONE0", _)) => Verdict::Allowed,
        // No privilege, or a policy; a value that has to be there; a CHECK.
        Some(("42501" | "23502" | "23514", said)) => Verdict::Denied(said.to_owned()),
        Some(("22P02", said)) if said.contains("type uuid") => Verdict::Denied(said.to_owned()),
        _ => Verdict::Failed(answer),
    }
}

/// Puts the row there, as a superuser.
fn before(model: &ModelDef, case: &Case) -> String {
    let Some(row) = &case.before else { return String::new() };
    let fields = ids(model).chain(body(model));
    insert(model, fields.map(|field| (field, rust::value(row, field))))
}

/// What the caller attempts.
pub(crate) fn attempt(model: &ModelDef, case: &Case) -> String {
    let table = table(model);
    let here = format!("where id = {}", literal(&case.row()["id"]));
    match (case.command, &case.before, &case.after) {
        (Command::Insert, _, Some(row)) => {
            // What is of no value is named or left out: for a column of the
            // server's or one that must have a value, to leave it out is it.
            let is_named = |field: &&Field| {
                !rust::value(row, field).is_null()
                    || (case.nulls && field.nullable && !field.server)
            };
            let fields = ids(model).chain(body(model)).filter(is_named);
            insert(model, fields.map(|field| (field, rust::value(row, field))))
        }
        (Command::Update, Some(old), Some(new)) => {
            let mut fields: Vec<&Field> = rust::changed(model, old, new).collect();
            if fields.is_empty() {
                fields.extend(body(model).find(|field| field.updatable_by_clients()));
            }
            let set = fields
                .iter()
                .map(|field| format!("{} = {}", column(field), literal(rust::value(new, field))));
            format!("update {table} set {} {here}", set.collect::<Vec<_>>().join(", "))
        }
        (Command::Delete, ..) => format!("delete from {table} {here}"),
        (Command::Select, ..) => format!("select from {table} {here}"),
        (command, ..) => unreachable!("{command:?} lacks a row"),
    }
}

fn insert<'a>(model: &ModelDef, values: impl Iterator<Item = (&'a Field, &'a Value)>) -> String {
    let (columns, values): (Vec<String>, Vec<String>) =
        values.map(|(field, value)| (column(field), literal(value))).unzip();
    let (columns, values) = (columns.join(", "), values.join(", "));
    format!("insert into {} ({columns}) values ({values})", table(model))
}

/// The fields of the path, which are columns too.
fn ids(model: &ModelDef) -> impl Iterator<Item = &Field> {
    model.fields.iter().filter(|field| field.document.is_none())
}

fn table(model: &ModelDef) -> &str {
    &model.table.as_ref().unwrap().name
}

fn column(field: &Field) -> String {
    format!("\"{}\"", field.column.as_deref().unwrap().replace('"', "\"\""))
}
