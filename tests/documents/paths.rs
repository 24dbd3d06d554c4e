//! Paths, made of ids and taken apart again.

use backend_models::firestore::document::{Database, Document, FieldErrorKind};
use backend_models::prelude::*;
use chrono::Utc;

use crate::discussion::{Comment, Member, Team, Thread};

fn comment() -> Comment {
    let now = Utc::now();
    Comment {
        id: DocId::parse("c").unwrap(),
        thread_id: DocId::parse("x").unwrap(),
        team_id: DocId::parse("t").unwrap(),
        author: Uid::from("ada"),
        author_name: None,
        text: "Yes.".to_owned(),
        created_at: chrono::SubsecRound::trunc_subsecs(now, 6),
        updated_at: chrono::SubsecRound::trunc_subsecs(now, 6),
    }
}

#[test]
fn a_path_leads_through_all_collections() {
    let comment = comment();
    let path = comment.path().unwrap();
    assert_eq!(path.path(), "teams/t/threads/x/comments/c");
    let comments = Team::collection()
        .doc(&comment.team_id)
        .unwrap()
        .collection::<Thread>()
        .doc(&comment.thread_id)
        .unwrap()
        .collection::<Comment>();
    assert_eq!(comments.path(), "teams/t/threads/x/comments");
    assert_eq!(comments.doc(&comment.id).unwrap(), path);
    assert_eq!(path.id().unwrap(), comment.id);
}

#[test]
fn a_document_comes_back() {
    let database = Database::new("demo");
    let comment = comment();
    let document: Document = comment.document(&database).unwrap();
    assert_eq!(
        document.name,
        "projects/demo/databases/(default)/documents/teams/t/threads/x/comments/c"
    );
    let names: Vec<&str> = document.fields.keys().map(String::as_str).collect();
    assert_eq!(names, ["author", "createdAt", "text", "updatedAt"]);
    assert_eq!(Comment::read(&document).unwrap(), comment);
    assert_eq!(Comment::read_strict(&document).unwrap(), comment);
}

#[test]
fn a_user_cannot_lead_to_another_document() {
    let now = Utc::now();
    let mut member = Member {
        id: Uid::from("ada/secrets/1"),
        display_name: "Ada".to_owned(),
        bio: None,
        home: None,
        created_at: now,
        updated_at: now,
    };
    for id in ["ada/secrets/1", "", ".", "..", "__x__"] {
        member.id = Uid::from(id);
        let path = member.path().unwrap_err();
        let [wrong] = path.errors() else { panic!("{path}") };
        assert!(matches!(wrong.kind(), FieldErrorKind::IllegalName { .. }), "{path}");
        assert_eq!(wrong.path(), "id");
        let error = member.document::<Document>(&Database::new("demo")).unwrap_err();
        assert_eq!(error.errors(), path.errors());
    }
}
