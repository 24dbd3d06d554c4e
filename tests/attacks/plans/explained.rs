//! What the server did for a statement: its plan, and the functions it called.

use std::collections::BTreeMap;

use ::backend_models::access::Auth;
use models_tests::database::Database;
use serde_json::Value;
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, Row as _};

/// A statement that has run.
#[derive(Debug)]
pub(super) struct Explained {
    sql: String,
    plan: Value,
    calls: BTreeMap<String, i64>,
}

/// Runs a statement as a caller of the API, and takes it back.
pub(super) async fn explain(
    database: &mut Database,
    auth: &Auth,
    settings: &str,
    sql: &str,
) -> Explained {
    let mut transaction = database.connection.begin().await.unwrap();
    let set = format!(
        "set local track_functions = 'all'; set local role {}; set local jit = off;
         set local request.jwt.claims = '{}'; set local search_path = public, extensions; {settings}",
        auth.role(),
        auth.jwt_claims()
    );
    let before = calls(&mut transaction).await;
    transaction.execute(sqlx::raw_sql(AssertSqlSafe(set))).await.unwrap();
    let explain = format!("explain (analyze, verbose, format json) {sql}");
    let row = sqlx::query(AssertSqlSafe(explain)).fetch_one(&mut *transaction).await;
    let row = row.unwrap_or_else(|error| panic!("{error}\n{sql}"));
    let plan = row.get::<Value, _>(0)[0]["Plan"].clone();
    transaction.execute("reset role").await.unwrap();
    let mut calls = calls(&mut transaction).await;
    transaction.rollback().await.unwrap();
    for (function, count) in &mut calls {
        *count -= before.get(function).copied().unwrap_or_default();
    }
    Explained { sql: sql.to_owned(), plan, calls }
}

/// How often the session has called each function, give or take what is
/// already with the server's statistics.
async fn calls(connection: &mut PgConnection) -> BTreeMap<String, i64> {
    let counts = "select schemaname || '.' || funcname, calls from pg_stat_xact_user_functions";
    let rows = connection.fetch_all(counts).await.unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1))).collect()
}

impl Explained {
    /// Every node of the plan, outermost first.
    fn nodes(&self) -> Vec<&Value> {
        let mut nodes = vec![&self.plan];
        let mut at = 0;
        while let Some(node) = nodes.get(at).copied() {
            nodes.extend(node["Plans"].as_array().into_iter().flatten());
            at += 1;
        }
        nodes
    }

    /// Asserts that rows are found by these indexes and by nothing else.
    pub(super) fn uses(&self, indexes: &[&str]) -> &Self {
        let mut used: Vec<&str> = Vec::new();
        for node in self.nodes() {
            let kind = node["Node Type"].as_str().unwrap();
            assert!(!kind.contains("Seq Scan"), "{kind} for {self}");
            used.extend(node["Index Name"].as_str());
        }
        used.sort_unstable();
        assert_eq!(used, indexes, "{self}");
        self
    }

    /// Asserts that a node of this type is in the plan.
    pub(super) fn has(&self, kind: &str) -> &Self {
        let found = self.nodes().iter().any(|node| node["Node Type"] == kind);
        assert!(found, "no {kind} in {self}");
        self
    }

    /// Asserts that whatever is asked beside the rows is asked once, before them.
    pub(super) fn asks_once(&self) -> &Self {
        for node in self.nodes() {
            match node["Parent Relationship"].as_str() {
                // Not even once where the answer is known without.
                Some("InitPlan") => assert!(loops(node) <= 1, "{self}"),
                Some("SubPlan") => panic!("asked for every row in {self}"),
                _ => {}
            }
            let filter = [&node["Filter"], &node["Index Cond"], &node["Recheck Cond"]];
            let filter: Vec<&str> = filter.into_iter().filter_map(Value::as_str).collect();
            let asks = filter.iter().any(|it| it.contains("auth.") || it.contains("private."));
            assert!(!asks, "asked for every row in {self}");
        }
        self
    }

    /// Asserts how often a function was called.
    pub(super) fn calls(&self, function: &str, times: i64) -> &Self {
        let calls = self.calls.get(function).copied().unwrap_or_default();
        assert_eq!(calls, times, "calls of {function} in {self}");
        self
    }

    /// Asserts how many rows came out.
    pub(super) fn gives(&self, rows: u64) -> &Self {
        let actual = self.plan["Actual Rows"].as_f64().unwrap();
        assert!((actual - rows as f64).abs() < 0.5, "{actual} rows from {self}");
        self
    }
}

fn loops(node: &Value) -> u64 {
    node["Actual Loops"].as_f64().unwrap() as u64
}

impl std::fmt::Display for Explained {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "\n{}\n{:#}\n{:?}", self.sql, self.plan, self.calls)
    }
}
