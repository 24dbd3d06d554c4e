//! The models of the example: all that they say about values and about who may
//! do what.

use models_core::firestore::Rules;
use models_core::schema::ModelDef;
use models_tests::firestore::{Project, Query, User, Write, fields, on_every_emulator, value};
use serde_json::Value;

use super::put;
use super::violations::Case;

#[path = "../../../examples/discussion/models/mod.rs"]
mod models;

use models::SCHEMA;

const TEAM: &str = "teams/t1";
const THREAD: &str = "teams/t1/threads/d1";
const COMMENT: &str = "teams/t1/threads/d1/comments/c1";

/// Ann owns a team, in which Will writes.
fn prepare(project: &Project) {
    put(project, &Rules::new(&SCHEMA).unwrap());
    let owner = project.as_owner();
    for (member, role) in [("ann", "owner"), ("will", "writer")] {
        let fields = fields([("role", value::string(role))]);
        owner.set(&format!("{TEAM}/members/{member}"), &fields).unwrap().allowed();
    }
}

fn model(name: &str) -> &'static ModelDef {
    SCHEMA.models.iter().find(|model| model.name == name).unwrap()
}

#[test]
fn the_file() {
    insta::assert_snapshot!(Rules::new(&SCHEMA).unwrap());
}

#[test]
fn every_constraint_of_every_model_holds() {
    on_every_emulator(|project| {
        prepare(project);
        for (name, path, creates) in [
            ("Member", "members/ann".to_owned(), true),
            // Only a server makes teams.
            ("Team", TEAM.to_owned(), false),
            ("TeamMember", format!("{TEAM}/members/bob"), true),
            ("Thread", THREAD.to_owned(), true),
            ("Comment", COMMENT.to_owned(), true),
        ] {
            let user = User::signed_in("ann");
            let count = Case { project, model: model(name), path, user }.try_all(creates, true);
            eprintln!("{name}: {count:?}");
            assert!(count.denied > 15, "{name}: {count:?}");
        }
    });
}

fn thread(author: &str) -> Value {
    fields([
        ("author", value::string(author)),
        ("title", value::string("What now?")),
        ("state", value::string("open")),
        ("tags", value::array([value::string("news")])),
    ])
}

fn comment(author: &str) -> Value {
    fields([("author", value::string(author)), ("text", value::string("Nothing."))])
}

/// Makes a document, at the time of the server.
fn create(project: &Project, user: &User, path: &str, fields: &Value) -> bool {
    let write = Write::create(path, fields).server_time("createdAt").server_time("updatedAt");
    project.as_user(user).commit(&[write]).unwrap().is_allowed()
}

/// Changes fields of a document, at the time of the server.
fn update(project: &Project, user: &User, path: &str, change: (&str, Value)) -> bool {
    let (name, value) = change;
    let write = Write::update(path, &fields([(name, value)]), &[name]).server_time("updatedAt");
    project.as_user(user).commit(&[write]).unwrap().is_allowed()
}

fn delete(project: &Project, user: &User, path: &str) -> bool {
    project.as_user(user).delete(path).unwrap().is_allowed()
}

fn users() -> [User; 4] {
    [User::signed_in("ann"), User::signed_in("will"), User::signed_in("stranger"), User::Anonymous]
}

#[test]
fn whoever_is_in_the_team_writes_in_it_under_their_own_name() {
    on_every_emulator(|project| {
        prepare(project);
        let [ann, will, stranger, nobody] = users();
        assert!(create(project, &will, THREAD, &thread("will")));
        assert!(!create(project, &will, "teams/t1/threads/d2", &thread("ann")));
        assert!(!create(project, &stranger, "teams/t1/threads/d2", &thread("stranger")));
        assert!(!create(project, &nobody, "teams/t1/threads/d2", &thread("nobody")));
        // A member of one team is a stranger in another.
        assert!(!create(project, &will, "teams/t2/threads/d2", &thread("will")));
        assert!(create(project, &ann, COMMENT, &comment("ann")));
        assert!(!create(project, &ann, "teams/t2/threads/d1/comments/c1", &comment("ann")));

        // An owner changes what a writer wrote; nobody gives it away.
        assert!(update(project, &ann, THREAD, ("title", value::string("What then?"))));
        assert!(update(project, &will, THREAD, ("state", value::string("closed"))));
        for user in [&ann, &will] {
            assert!(!update(project, user, THREAD, ("author", value::string("ann"))));
        }
        assert!(!update(project, &will, COMMENT, ("text", value::string("Not mine"))));
        assert!(!update(project, &stranger, THREAD, ("title", value::string("Mine"))));
        // Whose name it is, the server says.
        assert!(!update(project, &ann, COMMENT, ("authorName", value::string("Ann"))));

        assert!(!delete(project, &will, COMMENT));
        assert!(delete(project, &ann, COMMENT));
        let moderator = |uid| User::signed_in(uid).claim("role", "moderator");
        // Whoever cannot read a document cannot delete it.
        assert!(!delete(project, &moderator("stranger"), THREAD));
        assert!(!delete(project, &will, THREAD));
        assert!(!delete(
            project,
            &User::signed_in("will").claim("role", ["moderator"].to_vec()),
            THREAD
        ));
        assert!(delete(project, &moderator("will"), THREAD));
    });
}

#[test]
fn an_owner_decides_who_is_in_a_team() {
    on_every_emulator(|project| {
        prepare(project);
        let [ann, will, stranger, nobody] = users();
        let writer = fields([("role", value::string("writer"))]);
        let owner = value::string("owner");
        for user in [&will, &stranger, &nobody] {
            assert!(!create(project, user, "teams/t1/members/bob", &writer));
            assert!(!update(project, user, "teams/t1/members/will", ("role", owner.clone())));
        }
        assert!(!create(project, &stranger, "teams/t1/members/stranger", &writer));
        assert!(create(project, &ann, "teams/t1/members/bob", &writer));
        assert!(update(project, &ann, "teams/t1/members/bob", ("role", owner)));
        // Who leaves says so themselves, or an owner does.
        assert!(!delete(project, &stranger, "teams/t1/members/will"));
        assert!(delete(project, &will, "teams/t1/members/will"));
        assert!(!create(project, &ann, "teams/t1", &fields([("name", value::string("Us"))])));
    });
}

#[test]
fn a_query_asks_for_no_more_than_the_rule_allows() {
    on_every_emulator(|project| {
        prepare(project);
        let [ann, will, stranger, nobody] = users();
        let owner = project.as_owner();
        owner.set(COMMENT, &comment("will")).unwrap().allowed();
        owner.set("teams/t2/threads/d1/comments/c1", &comment("ann")).unwrap().allowed();
        let find = |user: &User, parent: &str, query: &Query| {
            let session = project.as_user(user);
            let found = if parent.is_empty() {
                session.query(query)
            } else {
                session.query_in(parent, query)
            };
            let found = found.unwrap();
            found.is_allowed().then(|| found.allowed().as_array().unwrap().len())
        };
        let all = Query::of("comments");
        let own = |author: &str| all.clone().filter("author", "EQUAL", value::string(author));
        assert_eq!(find(&ann, THREAD, &all), Some(1));
        assert_eq!(find(&stranger, THREAD, &all), None);
        assert_eq!(find(&nobody, THREAD, &all), None);
        assert_eq!(find(&stranger, THREAD, &own("stranger")), Some(0));
        assert_eq!(find(&stranger, THREAD, &own("will")), None);

        // All comments of all threads: only one's own, whatever the team.
        let all = Query::of_group("comments");
        let own = |author: &str| all.clone().filter("author", "EQUAL", value::string(author));
        assert_eq!(find(&ann, "", &own("ann")), Some(1));
        assert_eq!(find(&will, "", &own("will")), Some(1));
        assert_eq!(find(&ann, "", &all), None);
        assert_eq!(find(&ann, "", &own("will")), None);
        assert_eq!(find(&nobody, "", &own("will")), None);
        // What is in no group is not read as one.
        assert_eq!(find(&ann, "", &Query::of_group("threads")), None);
    });
}

#[test]
fn what_is_in_no_collection_of_the_schema_is_denied() {
    on_every_emulator(|project| {
        prepare(project);
        let [ann, ..] = users();
        for path in ["others/x", "members/ann/others/x", "teams/t1/threads/d1/comments/c1/deep/x"] {
            assert!(!project.as_user(&ann).get(path).unwrap().is_allowed(), "{path}");
            assert!(!create(project, &ann, path, &fields([])), "{path}");
        }
    });
}
