//! Writes: what a condition sees of them.

use chrono::{DateTime, Utc};
use models_tests::firestore::{User, Write, fields, on_every_emulator, value};
use serde_json::Value;

use crate::put;

#[test]
fn a_server_timestamp_is_the_time_of_the_request() {
    on_every_emulator(|project| {
        put(project, "", "allow create: if request.resource.data.at == request.time;");
        let anonymous = project.as_user(&User::Anonymous);
        let empty = fields([]);
        let sentinel = Write::create("rows/1", &empty).server_time("at");
        anonymous.commit(&[sentinel]).unwrap().allowed();
        let now = fields([("at", value::timestamp("2026-01-02T03:04:05Z"))]);
        anonymous.commit(&[Write::create("rows/2", &now)]).unwrap().denied();
        anonymous.create("rows/2", &now).unwrap().denied();
        anonymous.create("rows/2", &empty).unwrap().denied();

        let stored = project.as_owner().get("rows/1").unwrap().allowed();
        // In milliseconds, where a document's own times have microseconds.
        let at = stored["fields"]["at"]["timestampValue"].as_str().unwrap();
        let at: DateTime<Utc> = at.parse().unwrap();
        assert_eq!(at.timestamp_subsec_nanos() % 1_000_000, 0);
    });
}

#[test]
fn an_update_keeps_what_its_mask_does_not_name() {
    on_every_emulator(|project| {
        put(
            project,
            "",
            "allow update: if request.resource.data.keys().hasOnly(['a', 'b', 'at'])
                 && !request.resource.data.diff(resource.data).affectedKeys().hasAny(['a']);",
        );
        let owner = project.as_owner();
        let anonymous = project.as_user(&User::Anonymous);
        let row = fields([("a", value::int(1)), ("b", value::int(1))]);
        owner.create("rows/1", &row).unwrap().allowed();

        let other = fields([("a", value::int(2)), ("b", value::int(2))]);
        let update = |mask: &[&str]| anonymous.update("rows/1", &other, mask).unwrap();
        update(&["b"]).allowed();
        update(&["a"]).denied();
        update(&["a", "b"]).denied();
        anonymous.set("rows/1", &other).unwrap().denied();
        let removed = anonymous.update("rows/1", &fields([]), &["a"]).unwrap();
        removed.denied();
        let more = fields([("c", value::int(3))]);
        anonymous.update("rows/1", &more, &["c"]).unwrap().denied();

        let write = Write::update("rows/1", &fields([]), &["b"]).server_time("at");
        anonymous.commit(&[write]).unwrap().allowed();
        let stored = owner.get("rows/1").unwrap().allowed();
        assert_eq!(stored["fields"]["a"], value::int(1));
        assert_eq!(stored["fields"]["b"], Value::Null);
        assert!(stored["fields"]["at"]["timestampValue"].is_string());
    });
}

#[test]
fn a_commit_is_done_whole_or_not_at_all() {
    on_every_emulator(|project| {
        put(project, "", "allow write: if id != '2'; allow read: if true;");
        let anonymous = project.as_user(&User::Anonymous);
        let row = fields([("x", value::int(1))]);
        let writes = ["1", "2"].map(|id| Write::set(&format!("rows/{id}"), &row));
        anonymous.commit(&writes).unwrap().denied();
        assert_eq!(anonymous.get("rows/1").unwrap().allowed(), Value::Null);
        anonymous.commit(&writes[..1]).unwrap().allowed();
        let stored = anonymous.get("rows/1").unwrap().allowed();
        assert_eq!(stored["fields"], row);
        anonymous.commit(&[Write::delete("rows/1")]).unwrap().allowed();
        assert_eq!(anonymous.get("rows/1").unwrap().allowed(), Value::Null);
    });
}

#[test]
fn a_set_is_a_create_or_an_update() {
    on_every_emulator(|project| {
        let anonymous = project.as_user(&User::Anonymous);
        let row = fields([("x", value::int(1))]);
        put(project, "", "allow create: if true;");
        anonymous.set("rows/1", &row).unwrap().allowed();
        anonymous.set("rows/1", &row).unwrap().denied();
        put(project, "", "allow update: if true;");
        anonymous.set("rows/1", &row).unwrap().allowed();
        anonymous.set("rows/2", &row).unwrap().denied();
        let missing = anonymous.update("rows/2", &row, &["x"]).unwrap_err();
        assert_eq!(missing.status, 404, "{missing}");
        let there = project.as_owner().create("rows/1", &row).unwrap_err();
        assert_eq!(there.status, 409, "{there}");
    });
}
