//! On every emulator, as the owner of the meetings.

use models::firestore::Rules;
use models::firestore::document::{Database, DocumentModel as _};
use models_tests::firestore::{Project, User, on_every_emulator};
use serde_json::{Value, json};

use crate::cases::{ada, cases, meeting};
use crate::models::{Meeting, SCHEMA};

fn prepare(project: &Project) {
    let rules = Rules::new(&SCHEMA).unwrap().to_string();
    assert_eq!(project.put_rules(&rules).unwrap(), []);
}

/// What a client sends who makes the meeting.
fn create(project: &Project, meeting: &Meeting) -> Value {
    let write = meeting.create(&Database::new(&project.id)).unwrap();
    serde_json::to_value(write).unwrap()
}

fn is_allowed(project: &Project, write: Value) -> bool {
    let ada = project.as_user(&User::signed_in(&ada().to_string()));
    ada.commit_all(&[write]).unwrap().is_allowed()
}

#[test]
fn the_rules_refuse_the_same() {
    on_every_emulator(|project| {
        prepare(project);
        for case in cases() {
            let allowed = is_allowed(project, create(project, &case.meeting));
            assert_eq!(allowed, case.breaks.is_none(), "{}", case.what);
        }
    });
}

#[test]
fn a_client_without_the_types_is_held_to_them() {
    on_every_emulator(|project| {
        prepare(project);
        let with = |name: &str, value: Value| {
            let mut write = create(project, &meeting());
            write["update"]["fields"][name] = value;
            is_allowed(project, write)
        };
        assert!(with("seats", json!({"integerValue": "40"})));
        assert!(!with("seats", json!({"doubleValue": 40.5})));
        assert!(!with("seats", json!({"stringValue": "40"})));
        assert!(!with("title", json!({"nullValue": null})));
        assert!(!with("unknown", json!({"booleanValue": true})));
    });
}

#[test]
fn a_meeting_is_found_under_a_uuid() {
    on_every_emulator(|project| {
        prepare(project);
        let under = |change: &dyn Fn(&str) -> String| {
            let mut write = create(project, &meeting());
            let name = write["update"]["name"].as_str().unwrap();
            let (above, id) = name.rsplit_once('/').unwrap();
            write["update"]["name"] = json!(format!("{above}/{}", change(id)));
            is_allowed(project, write)
        };
        assert!(under(&str::to_owned));
        assert!(!under(&str::to_uppercase));
        assert!(!under(&|_| "rust".to_owned()));
        assert!(!under(&|id| format!("{id}0")));
    });
}
