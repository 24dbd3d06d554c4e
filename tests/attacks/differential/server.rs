//! The table, and a policy on it for a moment.

use std::fmt::Write as _;

use ::backend_models::access::{Auth, KnownRows, Value};
use ::backend_models::postgres::{Script, Statement, Target};
use ::backend_models::schema::{Expr, ModelDef, Schema, Type};
use models_tests::build::{access, field, id, model, optional};
use models_tests::database::Database;
use models_tests::literal::{literal, quoted};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sqlx::Row as _;

use super::Row;

use super::wide::{KINDS, fields, uuid, value};

fn schema(rule: Expr) -> Schema {
    let number = field("number", Type::I32);
    let mut thing = model("Thing", "things", [vec![id(), number], fields()].concat());
    thing.access = access(rule, Expr::Nobody, Expr::Nobody, Expr::Nobody);
    Schema { models: vec![thing, member()].into() }
}

fn member() -> ModelDef {
    let fields = vec![
        id(),
        optional("team", Type::Uuid),
        field("user_id", Type::Uuid),
        optional("role", Type::Text),
        optional("level", Type::I64),
    ];
    model("Member", "members", fields)
}

/// Team, user, role and level.
fn members() -> Vec<[Value; 4]> {
    let id = |number: Option<u8>| Value::from(number.map(uuid));
    let row = |team, user, role: Option<&str>, level: Option<i64>| {
        [id(team), id(Some(user)), role.into(), level.into()]
    };
    vec![
        row(Some(0), 0, Some("a"), Some(1)),
        row(None, 0, Some("A"), Some(9_007_199_254_740_993)),
        row(Some(1), 1, None, Some(0)),
        row(Some(1), 2, Some("draft"), None),
    ]
}

const MEMBER: [&str; 4] = ["team", "user_id", "role", "level"];

/// A row at random.
pub(super) fn row(runner: &mut TestRunner) -> Row {
    let mut row = Row::new();
    for (kind, other) in KINDS {
        let absent = prop_oneof![1 => Just(Value::Null), 3 => value(kind)];
        row.push(((*kind).to_owned(), value(kind).new_tree(runner).unwrap().current()));
        row.push(((*other).to_owned(), absent.new_tree(runner).unwrap().current()));
    }
    row
}

/// Makes the tables, the rows, and a function that asks as a caller.
pub(super) async fn make(database: &mut Database, rows: &[Row]) {
    database.apply(&schema(Expr::Nobody), Target::PLAIN).await;
    for (number, row) in rows.iter().enumerate() {
        let values: Vec<String> = row.iter().map(|(_, value)| literal(value)).collect();
        let values = values.join(", ");
        database.run(&format!("insert into things values (default, {number}, {values})")).await;
    }
    for member in members() {
        let values: Vec<String> = member.iter().map(literal).collect();
        let values = values.join(", ");
        database.run(&format!("insert into members values (default, {values})")).await;
    }
    database.run(ASK).await;
    database.run(COLLATE).await;
}

/// An order of texts that is not that of their bytes, where the server has one.
const COLLATE: &str = r#"do $$ begin
        alter table things alter text type text collate "en-x-icu",
            alter text2 type text collate "en-x-icu";
    exception when undefined_object then
        null;
    end $$"#;

/// The numbers of the rows that a caller sees; none where they may not ask.
const ASK: &str = "create function pg_temp.ask(role text, claims text) returns int[]
    language plpgsql as $$
    declare seen int[];
    begin
        perform set_config('request.jwt.claims', claims, true), set_config('role', role, true);
        execute 'select coalesce(array_agg(number), ''{}'') from public.things' into seen;
        perform set_config('role', 'none', true);
        return seen;
    exception when insufficient_privilege then
        return '{}';
    end $$";

/// What the printer makes of a rule.
pub(super) struct Policy {
    /// The statements that bring it about.
    pub(super) sql: String,
}

/// Whether the printer takes the rule.
pub(super) fn can_be_said(rule: &Expr) -> bool {
    Script::new(&schema(rule.clone()), Target::PLAIN).is_ok()
}

impl Policy {
    pub(super) fn new(rule: &Expr) -> Self {
        let schema = schema(rule.clone());
        let script = Script::new(&schema, Target::PLAIN).unwrap();
        let mut sql = "drop policy things_select on things;\n".to_owned();
        for statement in script.statements() {
            let is_part = match statement {
                Statement::CreatePolicy(_, policy) => policy.name == "things_select",
                Statement::CreateFunction(_)
                | Statement::GrantUsage(_)
                | Statement::RevokeTable(_)
                | Statement::GrantTable(..)
                | Statement::RevokeFunction(_)
                | Statement::GrantExecute(_) => true,
                _ => false,
            };
            if is_part {
                writeln!(sql, "{statement};").unwrap();
            }
        }
        Self { sql }
    }
}

/// Which rows each caller sees under the policy, or why the query fails.
pub(super) async fn ask(
    database: &mut Database,
    policy: &Policy,
    callers: &[Auth],
) -> Vec<Result<Vec<usize>, String>> {
    database.run(&format!("begin;\n{}", policy.sql)).await;
    let mut answers = Vec::new();
    for auth in callers {
        let (role, claims) = (auth.role(), quoted(&auth.jwt_claims()));
        let ask = format!("select pg_temp.ask('{role}', {claims})");
        let row = sqlx::query(sqlx::AssertSqlSafe(ask)).fetch_one(&mut database.connection).await;
        let numbers = row.map(|row| row.get::<Vec<i32>, _>(0));
        answers.push(match numbers {
            Ok(numbers) => Ok(numbers.into_iter().map(|it| usize::try_from(it).unwrap()).collect()),
            Err(error) => Err(error.to_string()),
        });
        if answers.last().is_some_and(Result::is_err) {
            database.run(&format!("rollback; begin;\n{}", policy.sql)).await;
        }
    }
    database.run("rollback").await;
    answers
}

/// The row and the members, as Rust is told of them.
pub(super) fn facts(row: &Row) -> KnownRows {
    let given = KnownRows::row(row.iter().cloned()).with_no_more("Member");
    members()
        .into_iter()
        .fold(given, |given, member| given.with_row("Member", MEMBER.into_iter().zip(member)))
}
