//! What an emulator says, beside what Rust says.

use std::ops::AddAssign;

use models_core::access::{Auth, Row, Truth, Value, evaluate};
use models_core::firestore::Rules;
use models_core::schema::{Expr, Schema};
use models_tests::documents::stored;
use models_tests::firestore::{Project, Write};
use serde_json::{Map, json};

use super::{put, world};

/// How often someone was let in, and how often not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Verdicts {
    pub(super) allowed: usize,
    pub(super) denied: usize,
}

impl AddAssign for Verdicts {
    fn add_assign(&mut self, other: Self) {
        self.allowed += other.allowed;
        self.denied += other.denied;
    }
}

/// Asks each rule about each document for each caller.
pub(super) fn agree(
    project: &Project,
    rules: &[Expr],
    mut rows: Vec<Row>,
    callers: &[Auth],
) -> Verdicts {
    rows.sort_by_key(|row| place(0, row));
    rows.dedup_by_key(|row| place(0, row));
    let schema = world::schema(rules);
    put(project, &Rules::new(&schema).unwrap());
    fill(project, &rows, rules.len());
    let mut verdicts = Verdicts::default();
    for (number, rule) in rules.iter().enumerate() {
        for (row, auth) in rows.iter().flat_map(|row| callers.iter().map(move |auth| (row, auth))) {
            let allowed = ask(project, number, row, auth);
            let truth = evaluate(rule, auth, &world::facts(row));
            assert!(
                allowed == (truth == Truth::True),
                "{allowed}, {truth:?}\n{}",
                report(&schema, rule, row, auth, number)
            );
            let one = usize::from(allowed);
            verdicts += Verdicts { allowed: one, denied: 1 - one };
        }
    }
    verdicts
}

/// Each document in each collection; what is absent is not there, or `null`.
pub(super) fn fill(project: &Project, rows: &[Row], collections: usize) {
    for (row, is_null) in rows.iter().zip([true, false].into_iter().cycle()) {
        let document = document(row, is_null);
        let writes: Vec<Write> =
            (0..collections).map(|number| Write::set(&place(number, row), &document)).collect();
        project.as_owner().commit(&writes).unwrap().allowed();
    }
    members(project);
}

/// The body of a document; what is absent is `null`, or not there.
pub(super) fn document(row: &Row, is_null: bool) -> serde_json::Value {
    let mut document = Map::new();
    for (field, _) in world::fields() {
        let name = field.document.as_deref().unwrap().to_owned();
        let null = is_null.then(|| json!({"nullValue": null}));
        let value = row.get(&*field.name).and_then(stored).or(null);
        document.extend(value.map(|value| (name, value)));
    }
    document.into()
}

/// The members of teams, who are there.
pub(super) fn members(project: &Project) {
    let members = world::members().into_iter().map(|member| {
        let mut document = Map::new();
        for (name, field) in [("the role", "role"), ("level", "level"), ("code", "code")] {
            document.extend(stored(&member[field]).map(|value| (name.to_owned(), value)));
        }
        let path =
            format!("teams/{}/members/{}", text(&member, "team_id"), text(&member, "user_id"));
        Write::set(&path, &document.into())
    });
    project.as_owner().commit(&members.collect::<Vec<_>>()).unwrap().allowed();
}

fn text<'r>(row: &'r Row, name: &str) -> &'r str {
    let Value::Text(text) = &row[name] else { panic!("{name} is no text") };
    text
}

/// The path of a document.
pub(super) fn place(number: usize, row: &Row) -> String {
    format!("teams/{}/things{number}/{}", text(row, "team_id"), text(row, "id"))
}

fn ask(project: &Project, number: usize, row: &Row, auth: &Auth) -> bool {
    let path: String = place(number, row).bytes().map(encoded).collect();
    project.as_user(&world::user(auth)).get(&path).unwrap().is_allowed()
}

fn encoded(byte: u8) -> String {
    match byte {
        b'/' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    }
}

fn report(schema: &Schema, rule: &Expr, row: &Row, auth: &Auth, number: usize) -> String {
    let text = Rules::new(schema).unwrap().to_text();
    let start = text.find(&format!("/things{number}/")).unwrap();
    let block = text[start..].split("allow create").next().unwrap();
    format!("{block}\n{rule:?}\n{auth:?}\n{row:?}")
}
