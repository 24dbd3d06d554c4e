//! What Firestore emulators do, on which the printed rules depend, through the
//! client that other tests use.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::similar_names,
    reason = "these are tests"
)]

mod access;
mod costs;
#[path = "../../examples/discussion/models/mod.rs"]
mod discussion;
#[path = "../documents/everything.rs"]
mod everything;
mod indexes;
mod limits;
mod logic;
mod node;
mod padding;
mod queries;
#[path = "../documents/random.rs"]
mod random;
mod rules;
mod typescript;
mod value_rules;
mod values;
mod writes;

use models_tests::firestore::{Project, User, fields, value};

/// Rules for the documents of `rows`, with functions before them.
fn rules(functions: &str, allow: &str) -> String {
    format!(
        "rules_version = '2';
service cloud.firestore {{
match /databases/{{database}}/documents {{
{functions}
match /rows/{{id}} {{ {allow} }}
}}
}}"
    )
}

/// Puts rules into effect that raise no doubts.
fn put(project: &Project, functions: &str, allow: &str) {
    let rules = rules(functions, allow);
    let issues = project.put_rules(&rules).unwrap_or_else(|error| panic!("{error}\n{rules}"));
    assert_eq!(issues, [], "{rules}");
}

/// Whether a condition lets a user with claims read a document that has the
/// fields `x: 1` and `nothing: null`.
fn holds(project: &Project, condition: &str) -> bool {
    let document = fields([("x", value::int(1)), ("nothing", value::null())]);
    project.as_owner().set("rows/1", &document).unwrap().allowed();
    put(project, "", &format!("allow get: if {condition};"));
    let user = User::signed_in("alice").email("alice@example.com").claim("role", "editor");
    project.as_user(&user).get("rows/1").unwrap().is_allowed()
}
