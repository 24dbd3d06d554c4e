//! Putting rules into effect.

use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use ureq::http::Method;
use uuid::Uuid;

use super::{Error, Outcome, Project, User};

/// How long rules may take to come into effect.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where the body of the rules begins.
const SERVICE: &str = "service cloud.firestore {";

/// Something doubtful in rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The line, from 1.
    pub line: u64,
    /// How bad it is: `WARNING`, `ERROR`.
    pub severity: String,
    /// What it is.
    pub description: String,
}

/// Puts rules into effect and waits until they are.
///
/// An emulator may answer before its new rules apply. So they get one more
/// match, on a line that is there, under a name that no other rules have: when
/// that allows a read, they apply.
pub(super) fn put(project: &Project, text: &str) -> Result<Vec<Issue>, Error> {
    let probe = format!("probe-{}", Uuid::now_v7().simple());
    let rules = with_probe(text, &probe)?;
    let body = json!({"rules": {"files": [{"name": "firestore.rules", "content": rules}]}});
    let path = format!("/emulator/v1/projects/{}:securityRules", project.id);
    let answer = match project.emulator.client.send(Method::PUT, &path, None, Some(&body))? {
        Outcome::Allowed(answer) => answer,
        Outcome::Denied(message) => return Err(Error { status: 403, message }),
    };
    wait(project, &format!("{probe}/x"))?;
    Ok(issues(&answer))
}

fn with_probe(text: &str, probe: &str) -> Result<String, Error> {
    let (before, after) = text
        .split_once(SERVICE)
        .ok_or_else(|| Error { status: 0, message: format!("the rules do not say `{SERVICE}`") })?;
    let path = format!("/databases/{{database}}/documents/{probe}/{{id}}");
    Ok(format!("{before}{SERVICE} match {path} {{ allow get: if true; }}{after}"))
}

fn wait(project: &Project, probe: &str) -> Result<(), Error> {
    let anonymous = project.as_user(&User::Anonymous);
    let start = Instant::now();
    while !anonymous.get(probe)?.is_allowed() {
        if start.elapsed() > PATIENCE {
            let message = format!("the rules did not apply within {} s", PATIENCE.as_secs());
            return Err(Error { status: 0, message });
        }
        sleep(Duration::from_millis(5));
    }
    Ok(())
}

fn issues(answer: &Value) -> Vec<Issue> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let issue = |issue: &Value| Issue {
        line: issue["sourcePosition"]["line"].as_u64().unwrap_or_default(),
        severity: text(&issue["severity"]),
        description: text(&issue["description"]),
    };
    answer["issues"].as_array().into_iter().flatten().map(issue).collect()
}
