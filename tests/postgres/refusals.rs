//! What the server refuses, in the words of the models.

use std::collections::BTreeSet;

use backend_models::prelude::*;
use backend_models::refusal::{Refusal, explain};
use backend_models::schema;
use models_core::postgres::Target;
use models_tests::database::{Database, on_every_server};
use sqlx::AssertSqlSafe;

use crate::values;

/// How far a task is.
#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Not begun.
    Open,
    /// Finished.
    Done,
}

/// What tasks are for. Its table has another name than its fields and itself.
#[derive(Model, Clone, Debug)]
#[model(table = "plans", unique(slug, owner_id), unique(starts_on, where = is_main))]
#[access(select = anyone, insert = owner_id == auth.uid(), update = nobody, delete = nobody)]
#[expect(dead_code, reason = "only its table is asked")]
struct Project {
    #[model(id)]
    id: Id<Project>,
    #[model(references = auth::User, on_delete = restrict)]
    owner_id: Id<auth::User>,
    #[model(column = "name")]
    #[validate(
        length(max = 9),
        pattern("[a-z]+", code = "small", message = "must be small letters")
    )]
    slug: String,
    starts_on: NaiveDate,
    is_main: bool,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// A part of a project.
#[derive(Model, Clone, Debug)]
#[model(table = "tasks")]
#[access(select = anyone, insert = service, update = service, delete = service)]
#[validate(low <= high, code = "low_to_high")]
#[validate(step != Step::Done || high.is_some(), message = "what is done had an end")]
#[expect(dead_code, reason = "only its table is asked")]
struct Task {
    #[model(id)]
    id: Id<Task>,
    #[model(references = Project, on_delete = no_action)]
    project_id: Id<Project>,
    #[model(references = Task, on_delete = restrict)]
    parent_id: Option<Id<Task>>,
    step: Step,
    low: Option<i32>,
    high: Option<i32>,
    #[validate(items(max = 2), each(length(max = 3)))]
    tags: Vec<String>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

static SCHEMA: Schema = schema![Project, Task];

const USER: &str = "00000000-0000-0000-0000-000000000001";
const PLAN: &str = "00000000-0000-0000-0000-000000000002";
const TASK: &str = "00000000-0000-0000-0000-000000000003";

async fn prepared(database: &mut Database) {
    database.apply(&SCHEMA, Target::PLAIN).await;
    database.run(&format!("insert into auth.users values ('{USER}')")).await;
    database
        .run(&format!(
            "insert into plans (id, owner_id, name, starts_on, is_main)
                values ('{PLAN}', '{USER}', 'a', '2020-01-01', true);
             insert into tasks (id, project_id, step, tags) values ('{TASK}', '{PLAN}', 'open', '{{}}');
             insert into tasks (project_id, parent_id, step, tags)
                values ('{PLAN}', '{TASK}', 'open', '{{}}');"
        ))
        .await;
}

/// What the server refuses, explained.
async fn refused(database: &mut Database, sql: &str) -> Refusal {
    let error = database.try_run(sql).await.expect_err(sql);
    explain(&SCHEMA, &error).unwrap_or_else(|| panic!("nothing explains {error:?}\n{sql}"))
}

fn plan(name: &str, starts_on: &str, is_main: bool) -> String {
    format!(
        "insert into plans (owner_id, name, starts_on, is_main)
         values ('{USER}', {name}, {starts_on}, {is_main})"
    )
}

fn task(columns: &str, values: &str) -> String {
    format!("insert into tasks (project_id, step, tags{columns}) values ('{PLAN}', {values})")
}

#[test]
fn every_refusal_is_explained() {
    let nobody = "00000000-0000-0000-0000-00000000000f";
    let cases = [
        (plan("'0123456789'", "now()", false), "`slug` must have at most 9 characters"),
        (plan("'A'", "now()", false), "`slug` must be small letters"),
        (plan("'a'", "now()", false), "another `Project` has the same `slug` and `owner_id`"),
        (plan("'b'", "'2020-01-01'", true), "another `Project` has the same `starts_on`"),
        (plan("null", "now()", false), "`slug` is missing"),
        (plan("'b'", "null", false), "`starts_on` is missing"),
        (
            format!("update plans set owner_id = '{nobody}'"),
            "`owner_id` refers to a `auth::User` that is not there",
        ),
        (
            format!("insert into plans select * from plans where id = '{PLAN}'"),
            "another `Project` has the same `id`",
        ),
        (
            "delete from auth.users".to_owned(),
            "a `Project` still refers to this `auth::User` as its `owner_id`",
        ),
        (
            "delete from plans".to_owned(),
            "a `Task` still refers to this `Project` as its `project_id`",
        ),
        (
            format!("delete from tasks where id = '{TASK}'"),
            "a `Task` still refers to this `Task` as its `parent_id`",
        ),
        (
            format!("update tasks set parent_id = '{nobody}'"),
            "`parent_id` refers to a `Task` that is not there",
        ),
        (
            format!("update tasks set project_id = '{nobody}'"),
            "`project_id` refers to a `Project` that is not there",
        ),
        (task("", "'late', '{}'"), "`step` must be one of `open`, `done`"),
        (task("", "'open', '{a,b,c}'"), "`tags` must have at most 2 entries"),
        (task("", "'open', '{a,bcde}'"), "`tags` has an item that is not valid"),
        (task(", low, high", "'open', '{}', 2, 1"), "the values do not fit together"),
        (task("", "'done', '{}'"), "what is done had an end"),
    ];
    on_every_server(async |database| {
        prepared(database).await;
        for (sql, expected) in &cases {
            assert_eq!(refused(database, sql).await.to_string(), *expected, "{sql}");
        }
    });
}

#[test]
fn the_parts_of_a_refusal_are_there() {
    on_every_server(async |database| {
        prepared(database).await;
        let Refusal::Value { model, violation } =
            refused(database, &plan("'A'", "now()", false)).await
        else {
            panic!("a value is refused");
        };
        assert_eq!((&*model, violation.path(), violation.code()), ("Project", "slug", "small"));
        let sql = task(", low, high", "'open', '{}', 2, 1");
        let Refusal::Relation { model, violation } = refused(database, &sql).await else {
            panic!("a relation is refused");
        };
        assert_eq!((&*model, violation.path(), violation.code()), ("Task", "", "low_to_high"));
    });
}

#[test]
fn callers_without_the_right_are_told_so() {
    on_every_server(async |database| {
        prepared(database).await;
        for (role, sql, model) in [
            ("anon", plan("'b'", "now()", false), "Project"),
            ("authenticated", plan("'b'", "now()", false), "Project"),
            ("authenticated", task("", "'open', '{}'"), "Task"),
            ("anon", "select 1 from private.nothing".to_owned(), ""),
        ] {
            let error = database.try_run(&format!("begin; set local role {role}; {sql}")).await;
            let refusal = explain(&SCHEMA, &error.expect_err(&sql));
            let model = (!model.is_empty()).then(|| model.into());
            assert_eq!(refusal, Some(Refusal::NotAllowed { model }), "{role}: {sql}");
        }
    });
}

#[test]
fn what_the_description_does_not_know_is_not_explained() {
    on_every_server(async |database| {
        prepared(database).await;
        for sql in [
            "select 1 / 0",
            "select from nowhere",
            "create table others (id int primary key check (id > 0)); insert into others values (0)",
            "alter table tasks add constraint more check (low <> 5); update tasks set low = 5",
        ] {
            let error = database.try_run(sql).await.expect_err(sql);
            assert_eq!(explain(&SCHEMA, &error), None, "{sql}");
        }
        assert_eq!(explain(&SCHEMA, &sqlx::Error::RowNotFound), None);
    });
}

/// Of every row that breaks one rule, server and `validate()` say the same.
#[test]
fn the_server_says_what_validate_says() {
    on_every_server(async |database| {
        database.apply(&values::SCHEMA, Target::PLAIN).await;
        let mut said = BTreeSet::new();
        for (sql, violation) in values::broken_once() {
            let query = sqlx::query(AssertSqlSafe(sql.clone())).execute(&mut database.connection);
            let error = query.await.expect_err(&sql);
            match explain(&values::SCHEMA, &error) {
                Some(
                    Refusal::Value { violation: found, .. }
                    | Refusal::Relation { violation: found, .. },
                ) => {
                    assert_eq!(found, violation, "{sql}");
                }
                other => panic!("{other:?}\n{sql}"),
            }
            said.insert(format!("{} {}", violation.path(), violation.code()));
        }
        assert!(said.len() > 50, "{said:?}");
    });
}
