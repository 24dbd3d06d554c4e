//! Who is let in, and what is said about rules.

use models_tests::firestore::{Outcome, Project, User, fields, on_every_emulator, value};

use crate::{holds, put, rules};

#[test]
fn a_condition_decides_for_each_user() {
    on_every_emulator(|project| {
        put(
            project,
            "",
            "allow get: if request.auth.uid == resource.data.owner;
             allow delete: if request.auth.token.role == 'editor'
                 && request.auth.token.team.size() == 2
                 && request.auth.token.level == 3;",
        );
        let row = fields([("owner", value::string("alice"))]);
        project.as_owner().create("rows/1", &row).unwrap().allowed();
        let may_get = |user: User| project.as_user(&user).get("rows/1").unwrap().is_allowed();
        assert!(may_get(User::signed_in("alice")));
        assert!(!may_get(User::signed_in("bob")));
        assert!(!may_get(User::Anonymous));
        assert!(may_get(User::Owner));

        let editor = User::signed_in("bob").claim("role", "editor").claim("level", 3);
        let delete = |user: &User| project.as_user(user).delete("rows/1").unwrap();
        let message = delete(&editor).denied();
        assert!(message.contains("team"), "{message}");
        delete(&editor.claim("team", vec!["a", "b"])).allowed();
        assert_eq!(project.as_owner().get("rows/1"), Ok(Outcome::Allowed(().into())));
    });
}

#[test]
fn an_address_is_a_claim() {
    on_every_emulator(|project| {
        assert!(holds(project, "request.auth.token.email == 'alice@example.com'"));
        assert!(holds(project, "request.auth.token.email_verified"));
        assert!(!holds(project, "request.auth.token.email == 'bob@example.com'"));
    });
}

#[test]
fn what_no_rule_allows_is_denied_and_a_project_without_rules_is_open() {
    on_every_emulator(|project| {
        let anonymous = |project: &Project| {
            let session = project.as_user(&User::Anonymous);
            [session.get("rows/1"), session.get("others/1")].map(|get| get.unwrap().is_allowed())
        };
        assert_eq!(anonymous(project), [true, true]);
        put(project, "", "allow get: if true;");
        assert_eq!(anonymous(project), [true, false]);
        put(project, "", "allow get: if false;");
        assert_eq!(anonymous(project), [false, false]);

        let neighbour = Project::fresh(&project.emulator);
        put(&neighbour, "", "allow get: if true;");
        assert_eq!(anonymous(project), [false, false]);
        assert_eq!(anonymous(&neighbour), [true, false]);
    });
}

#[test]
fn an_undefined_function_is_an_issue_and_bad_syntax_an_error() {
    on_every_emulator(|project| {
        let text = rules("", "\nallow get: if isOwner();");
        let issues = project.put_rules(&text).unwrap();
        assert_eq!(issues.len(), 1, "{issues:?}");
        assert_eq!((issues[0].line, issues[0].severity.as_str()), (6, "WARNING"));
        assert!(issues[0].description.contains("isOwner"), "{issues:?}");

        put(project, "", "allow get: if true;");
        let error = project.put_rules(&rules("", "\nallow get: if ;")).unwrap_err();
        assert_eq!(error.status, 400);
        assert!(error.message.contains("L6"), "{error}");
        let old = project.as_user(&User::Anonymous).get("rows/1").unwrap();
        assert!(old.is_allowed());
    });
}
