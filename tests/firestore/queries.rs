//! Queries are allowed when their own filters imply the condition.

use models_tests::firestore::{Query, User, fields, on_every_emulator, value};

use crate::put;

#[test]
fn a_query_must_ask_for_no_more_than_it_may_see() {
    on_every_emulator(|project| {
        put(project, "", "allow list: if resource.data.owner == request.auth.uid;");
        let owner = project.as_owner();
        for (id, name, n) in [("1", "alice", 1), ("2", "bob", 2), ("3", "alice", 3)] {
            let row = fields([("owner", value::string(name)), ("n", value::int(n))]);
            owner.create(&format!("rows/{id}"), &row).unwrap().allowed();
        }
        let alice = project.as_user(&User::signed_in("alice"));
        let by = |name: &str| Query::of("rows").filter("owner", "EQUAL", value::string(name));

        let found = alice.query(&by("alice")).unwrap().allowed();
        assert_eq!(found.as_array().unwrap().len(), 2);
        alice.query(&by("bob")).unwrap().denied();
        alice.query(&Query::of("rows")).unwrap().denied();
        alice.list("rows").unwrap().denied();
        let bobs_more = by("alice").filter("n", "GREATER_THAN", value::int(1));
        let found = alice.query(&bobs_more.order_by("n", "DESCENDING").limit(1)).unwrap();
        assert_eq!(found.allowed()[0]["fields"]["n"], value::int(3));
        project.as_user(&User::Anonymous).query(&by("alice")).unwrap().denied();
        let all = owner.list("rows").unwrap().allowed();
        assert_eq!(all["documents"].as_array().unwrap().len(), 3);
    });
}

#[test]
fn a_limit_can_be_a_condition() {
    on_every_emulator(|project| {
        put(project, "", "allow list: if request.query.limit <= 2;");
        let anonymous = project.as_user(&User::Anonymous);
        anonymous.query(&Query::of("rows").limit(2)).unwrap().allowed();
        anonymous.query(&Query::of("rows").limit(3)).unwrap().denied();
        anonymous.query(&Query::of("rows")).unwrap().denied();
    });
}

#[test]
fn a_collection_in_a_document_is_reached_there_or_as_a_group() {
    on_every_emulator(|project| {
        let owner = project.as_owner();
        for path in ["rows/1/notes/1", "rows/2/notes/2"] {
            owner.create(path, &fields([("x", value::int(1))])).unwrap().allowed();
        }
        let count = |found: serde_json::Value| found.as_array().unwrap().len();
        let anonymous = project.as_user(&User::Anonymous);
        let notes = Query::of("notes");
        put(project, "", "match /notes/{note} { allow list: if true; }");
        assert_eq!(count(anonymous.query_in("rows/1", &notes).unwrap().allowed()), 1);
        anonymous.query(&Query::of_group("notes")).unwrap().denied();
        let group = "match /{path=**}/notes/{note} { allow list: if true; }";
        put(project, group, "allow get: if true;");
        assert_eq!(count(anonymous.query(&Query::of_group("notes")).unwrap().allowed()), 2);
    });
}
