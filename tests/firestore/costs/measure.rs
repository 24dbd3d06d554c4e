//! Finding a cost: the condition is padded with terms of known cost until the
//! limit refuses it.

use models_tests::firestore::{Outcome, Project, User, fields, value};
use serde_json::Value;

use super::rows::{HELPERS, Row};
use crate::padding::{self, padding, terms};

/// How many expressions one decision may evaluate.
const LIMIT: u32 = 1_000;

/// What an emulator says past the limit.
const PAST: &str = "the maximum of 1000 expressions to evaluate has been reached";

/// What a condition is measured in, and what that costs by itself.
#[derive(Debug)]
pub(super) struct Scale<'project> {
    project: &'project Project,
    frame: u32,
}

impl<'project> Scale<'project> {
    /// Holds the padding against itself, and finds what the frame costs.
    ///
    /// With a literal and `!` at 1 and `&&` at 2, terms reach the limit exactly
    /// where they must, whatever they are made of. No other costs do.
    pub(super) fn find(project: &'project Project) -> Self {
        let owner = project.as_owner();
        owner.set("other/1", &fields([("x", value::string("y"))])).unwrap().allowed();
        owner.set("rows/1", &document("before")).unwrap().allowed();
        for cost in LIMIT - 2..=LIMIT {
            assert!(is_within(project, &terms(cost), "true"), "{cost}");
            assert!(!is_within(project, &terms(cost + 3), "true"), "{cost} + 3");
        }
        assert!(is_within(project, &padding(LIMIT), "true"));
        assert!(!is_within(project, &padding(LIMIT + 1), "true"));
        let unframed = Self { project, frame: 0 };
        Self { frame: unframed.whole("true", None) - 1, project }
    }

    /// What a row's expression costs; `known` is tried first.
    pub(super) fn cost(&self, row: &Row, known: Option<u32>) -> u32 {
        let beside = self.frame + row.beside;
        self.whole(row.measured, known.map(|cost| cost + beside)) - beside
    }

    /// What a condition costs in the frame, where an `&&` costs 2.
    fn whole(&self, condition: &str, guess: Option<u32>) -> u32 {
        let fits = |pad: u32| {
            let framed = format!("({condition}) && {}", padding(pad));
            is_within(self.project, "framed(request.resource.data, resource.data)", &framed)
        };
        if let Some(guess) = guess
            && let Some(pad) = LIMIT.checked_sub(guess + 2)
            && fits(pad)
            && !fits(pad + 1)
        {
            return guess;
        }
        assert!(fits(1), "is it true, and below the limit? {condition}");
        let (mut fitting, mut too_much) = (1, LIMIT);
        while fitting + 1 < too_much {
            let middle = u32::midpoint(fitting, too_much);
            if fits(middle) {
                fitting = middle;
            } else {
                too_much = middle;
            }
        }
        LIMIT - fitting - 2
    }
}

/// Whether a decision that uses a condition stays within the limit; it must be
/// true.
fn is_within(project: &Project, condition: &str, framed: &str) -> bool {
    let rules = format!(
        "rules_version = '2';
service cloud.firestore {{
match /databases/{{database}}/documents {{
{HELPERS}
{}
function framed(d, e) {{ return {framed}; }}
match /rows/{{id}} {{ allow update: if {condition}; }}
}}
}}",
        padding::function()
    );
    project.put_rules(&rules).unwrap_or_else(|error| panic!("{error}\n{rules}"));
    let user = User::signed_in("alice").email("alice@example.com").claim("role", "editor");
    match project.as_user(&user).update("rows/1", &document("after"), &["changed"]).unwrap() {
        Outcome::Allowed(_) => true,
        Outcome::Denied(message) if message.contains(PAST) => false,
        Outcome::Denied(message) => panic!("{message}\n{condition}\n{framed}"),
    }
}

/// What the rows' conditions are about.
fn document(changed: &str) -> Value {
    fields([
        ("changed", value::string(changed)),
        ("x", value::string("hello")),
        ("n", value::int(3)),
        ("f", value::double(1.5)),
        ("t", value::timestamp("2026-01-02T03:04:05Z")),
        ("l", value::array(["a", "b", "c"].map(value::string))),
        ("m", value::map([("k", value::string("v"))])),
        ("none", value::null()),
        ("yes", value::bool(true)),
    ])
}
