//! A rule means the same in SQL as in Rust: true, false, or unknown, whatever
//! the row and the caller.

use models_core::access::{Auth, KnownRows, Truth, Value, evaluate};
use models_core::postgres::{Command, Script, Statement, Target};
use models_core::schema::{Expr, ModelDef, Schema, Type};
use models_tests::build::{access, any_of, field, id, model, optional, text};
use models_tests::database::{Database, on_every_server};
use models_tests::rules::{caller, fields, rule, uuid, value};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use sqlx::Row;

const RULES: usize = 250;
const ROWS: usize = 12;
const CALLERS: usize = 4;

fn schema(rule: Expr) -> Schema {
    let mut thing = model("Thing", "things", [vec![id()], fields()].concat());
    // A part that never decides keeps the condition where it could be dropped.
    let rule = any_of([rule, Expr::Sql("false".into())]);
    thing.access = access(rule, Expr::Nobody, Expr::Nobody, Expr::Nobody);
    Schema { models: vec![thing, member()].into() }
}

fn member() -> ModelDef {
    let team = optional("team", Type::Uuid).column("Team");
    let user = field("user_id", Type::Uuid);
    model("Member", "members", vec![id(), team, user, optional("role", Type::Text)])
}

/// Members: (team, user, role).
fn members() -> Vec<(Option<u8>, u8, Option<&'static str>)> {
    vec![(Some(0), 0, Some("a")), (None, 0, Some("a")), (Some(1), 1, None), (Some(1), 2, Some("B"))]
}

#[test]
fn sql_answers_what_rust_answers() {
    on_every_server(async |database| {
        let mut runner = TestRunner::deterministic();
        database.apply(&schema(Expr::Nobody), Target::PLAIN).await;
        let rows = rows(&mut runner);
        insert(database, &rows).await;
        for _ in 0..database.server.sample(RULES) {
            let rule = sample(&rule(), &mut runner);
            for _ in 0..CALLERS {
                let auth = sample(&caller(), &mut runner);
                agrees(database, &rule, &auth, &rows).await;
            }
        }
    });
}

fn sample<S: Strategy>(strategy: &S, runner: &mut TestRunner) -> S::Value {
    strategy.new_tree(runner).unwrap().current()
}

fn rows(runner: &mut TestRunner) -> Vec<Vec<(String, Value)>> {
    let fields: Vec<String> = fields().iter().map(|field| field.name.to_string()).collect();
    let mut row = || fields.iter().map(|f| (f.clone(), sample(&value(f), runner))).collect();
    (0..ROWS).map(|_| row()).collect()
}

async fn insert(database: &mut Database, rows: &[Vec<(String, Value)>]) {
    for (number, row) in rows.iter().enumerate() {
        let values: Vec<String> = row.iter().map(|(_, value)| literal(value)).collect();
        let id = uuid(u8::try_from(number).unwrap());
        let sql = format!("insert into things values ('{id}', {})", values.join(", "));
        database.run(&sql).await;
    }
    for (team, user, role) in members() {
        let team = team.map_or("null".to_owned(), |team| format!("'{}'", uuid(team)));
        let role = role.map_or("null".to_owned(), |role| format!("'{role}'"));
        let user = uuid(user);
        database
            .run(&format!(
                "insert into members values (gen_random_uuid(), {team}, '{user}', {role})"
            ))
            .await;
    }
}

fn literal(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(bool) => bool.to_string(),
        Value::Int(int) => int.to_string(),
        Value::Float(float) => float.to_string(),
        Value::Text(text) => format!("'{}'", text.replace('\'', "''")),
        Value::Uuid(uuid) => format!("'{uuid}'"),
        Value::Timestamp(at) => format!("'{}'", at.to_rfc3339()),
        Value::List(list) => {
            let items: Vec<_> = list.iter().map(literal).collect();
            format!("array[{}]::text[]", items.join(", "))
        }
        other => panic!("{other:?}"),
    }
}

async fn agrees(database: &mut Database, rule: &Expr, auth: &Auth, rows: &[Vec<(String, Value)>]) {
    let schema = schema(rule.clone());
    let script = Script::new(&schema, Target::PLAIN).unwrap();
    let condition = condition(&script);
    database.run("begin").await;
    for statement in script.statements() {
        if let Statement::CreateFunction(_) = statement {
            database.run(&statement.to_string()).await;
        }
    }
    let claims = auth.jwt_claims().replace('\'', "''");
    database.run(&format!("select set_config('request.jwt.claims', '{claims}', true)")).await;
    let answers = database.rows(&format!("select {condition} from things order by id")).await;
    database.run("rollback").await;
    assert_eq!(answers.len(), rows.len());
    for (row, answer) in rows.iter().zip(answers) {
        let sql = match answer.get::<Option<bool>, _>(0) {
            Some(true) => Truth::True,
            Some(false) => Truth::False,
            None => Truth::Unknown,
        };
        let rust = evaluate(rule, auth, &facts(row));
        assert_eq!(sql, rust, "\n{condition}\n{rule:?}\n{row:?}\n{}", auth.jwt_claims());
    }
}

fn condition(script: &Script<'_>) -> String {
    script
        .statements()
        .find_map(|statement| match statement {
            Statement::CreatePolicy(table, policy) if table.name.name == "things" => {
                let reads = policy.command == Some(Command::Select);
                policy.using.as_ref().filter(|_| reads).map(ToString::to_string)
            }
            _ => None,
        })
        .unwrap()
}

fn facts(row: &[(String, Value)]) -> KnownRows {
    let given = KnownRows::row(row.iter().cloned()).with_no_more("Member");
    members().into_iter().fold(given, |given, (team, user, role)| {
        let row = [
            ("team", Value::from(team.map(uuid))),
            ("user_id", Value::Uuid(uuid(user))),
            ("role", Value::from(role)),
        ];
        given.with_row("Member", row)
    })
}

/// What no rule at random says.
#[test]
fn a_claim_of_the_wrong_type_fails_no_query() {
    on_every_server(async |database| {
        database.apply(&schema(Expr::Nobody), Target::PLAIN).await;
        let rows = vec![fields().iter().map(|f| (f.name.to_string(), Value::Null)).collect()];
        insert(database, &rows).await;
        for sql in [r#"{"app_metadata": 1}"#, r#"{"app_metadata": [1]}"#, "{}", "null", "[]", ""] {
            let rule = models_tests::build::equal(models_tests::build::claim(&["role"]), text("a"));
            let schema = schema(rule);
            let script = Script::new(&schema, Target::PLAIN).unwrap();
            let condition = condition(&script);
            database.run(&format!("set request.jwt.claims = '{sql}'")).await;
            let answers = database.rows(&format!("select {condition} from things")).await;
            assert_eq!(answers[0].get::<Option<bool>, _>(0), None, "{sql}");
        }
    });
}
