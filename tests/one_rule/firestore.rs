//! On every emulator, as the owner of the meetings.

use backend_models::firestore::Rules;
use backend_models::firestore::document::{Database, DocumentModel as _};
use backend_models::prelude::Uuid;
use models_tests::firestore::{Project, User, Write, on_every_emulator, value};
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
fn a_change_keeps_what_may_not_change() {
    on_every_emulator(|project| {
        prepare(project);
        let meeting = meeting();
        let path = format!("meetings/{}", meeting.id);
        assert!(is_allowed(project, create(project, &meeting)));
        let ada = project.as_user(&User::signed_in(&ada().to_string()));
        let change = |name: &str, value: Option<Value>, also: &[&str], timed: bool| {
            let mut fields = json!({"unknown": {"booleanValue": true}});
            match value {
                Some(value) => fields[name] = value,
                None => drop(fields.as_object_mut().unwrap().remove(name)),
            }
            let mask: Vec<&str> = [name].into_iter().chain(also.iter().copied()).collect();
            let write = Write::update(&path, &fields, &mask);
            let write = if timed { write.server_time("updatedAt") } else { write };
            ada.commit(&[write]).unwrap().is_allowed()
        };
        let seats = || Some(value::int(41));
        assert!(change("seats", seats(), &[], true));
        assert!(!change("seats", seats(), &[], false), "without the time of the change");
        assert!(!change("seats", Some(value::int(501)), &[], true), "too many");
        assert!(!change("seats", seats(), &["unknown"], true), "an unknown field beside it");
        for field in ["ownerId", "title", "slug", "seats", "isPublic", "startsAt", "createdAt"] {
            assert!(!change(field, None, &[], true), "without {field}");
        }
        let forged = value::timestamp("2001-02-03T04:05:06Z");
        assert!(!change("createdAt", Some(forged.clone()), &[], true), "made at another time");
        assert!(!change("updatedAt", Some(forged), &[], false), "changed at another time");
        let other = Uuid::from_u128(0x0192_d3a5_7a3e_7cc3_9a52_07f0_f6d5_a002).to_string();
        assert!(!change("ownerId", Some(value::string(&other)), &[], true), "given away");
        let late = value::timestamp("2100-01-01T00:00:00Z");
        assert!(!change("startsAt", Some(late), &[], true), "ends before it starts");

        let bob = project.as_user(&User::signed_in(&other));
        let write = Write::update(&path, &json!({"seats": value::int(2)}), &["seats"]);
        assert!(!bob.commit(&[write.server_time("updatedAt")]).unwrap().is_allowed());
        assert!(!bob.delete(&path).unwrap().is_allowed());
        assert!(bob.get(&path).unwrap().is_allowed());
        assert!(!bob.list("meetings").unwrap().is_allowed(), "wider than the rule");
        assert!(change("isPublic", Some(value::bool(false)), &[], true));
        assert!(!bob.get(&path).unwrap().is_allowed());
        assert!(ada.delete(&path).unwrap().is_allowed());
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
