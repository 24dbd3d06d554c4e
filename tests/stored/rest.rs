//! Through the REST interface, on every emulator.

use backend_models::firestore::document::{
    Database, Document, Patch, ReadDocument, Write, WriteOperation,
};
use backend_models::prelude::*;
use chrono::SubsecRound as _;
use models_tests::firestore::{Project, on_every_emulator};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::everything::Thing;
use crate::page::{Page, page};
use crate::random;

fn database(project: &Project) -> Database {
    Database::new(&project.id)
}

fn commit(project: &Project, writes: &[Write]) -> Result<(), models_tests::firestore::Error> {
    let writes: Vec<_> = writes.iter().map(|write| serde_json::to_value(write).unwrap()).collect();
    project.as_owner().commit_all(&writes).map(|outcome| drop(outcome.allowed()))
}

fn document<M: DocumentModel>(project: &Project, path: &DocRef<M>) -> Option<Document> {
    let answer = project.as_owner().get(path.path()).unwrap().allowed();
    (!answer.is_null()).then(|| serde_json::from_value(answer).unwrap())
}

fn read<M: DocumentModel>(project: &Project, path: &DocRef<M>) -> M
where
    for<'d> &'d Document: ReadDocument,
{
    M::read_strict(&document(project, path).unwrap()).unwrap()
}

#[test]
fn every_type_comes_back() {
    on_every_emulator(|project| {
        let mut runner = TestRunner::deterministic();
        let database = database(project);
        for _ in 0..100 {
            let mut thing: Thing = random::thing().new_tree(&mut runner).unwrap().current();
            // Others would have to be escaped in an address.
            thing.id = DocId::new();
            // The emulators' JSON loses the sign of zero; see `client`.
            thing.an_f32 += 0.0;
            thing.an_f64 += 0.0;
            thing.doubles.iter_mut().for_each(|double| *double += 0.0);
            let document: Document = thing.document(&database).unwrap();
            let operation = WriteOperation::Update { document, mask: None, transforms: Vec::new() };
            commit(project, &[Write { operation, precondition: None }]).unwrap();
            let stored = read(project, &thing.path().unwrap());
            assert_eq!(format!("{stored:?}"), format!("{thing:?}"));
        }
    });
}

#[test]
fn a_new_document_is_dated_by_the_server_and_made_once() {
    on_every_emulator(|project| {
        let (database, before) = (database(project), Utc::now().trunc_subsecs(3));
        let write = page().create(&database).unwrap();
        commit(project, std::slice::from_ref(&write)).unwrap();
        let stored: Page = read(project, &page().path().unwrap());
        assert!(stored.created_at >= before && stored.created_at == stored.updated_at);
        let expected =
            Page { created_at: stored.created_at, updated_at: stored.updated_at, ..page() };
        assert_eq!(stored, expected);
        let again = commit(project, &[write]).unwrap_err();
        assert_eq!(again.status, 409, "{again}");
    });
}

#[test]
fn a_patch_changes_what_it_names() {
    on_every_emulator(|project| {
        let (database, path) = (database(project), page().path().unwrap());
        commit(project, &[page().create(&database).unwrap()]).unwrap();
        let before: Page = read(project, &path);
        let patch = Patch::at(&database, &path)
            .set(field!(Page::title), &"Two".to_owned())
            .set(field!(Page::summary), &None)
            .increment(field!(Page::views), 4)
            .increment(field!(Page::rating), 0.5)
            .union(field!(Page::tags), &["a".to_owned(), "b".to_owned()])
            .set_entry(field!(Page::labels), "en.GB `x`", &"colour".to_owned())
            .set_to_request_time(field!(Page::seen_at))
            .set(field!(Page::source), &Some(path.clone()));
        commit(project, &[patch.write().unwrap()]).unwrap();
        let after: Page = read(project, &path);
        assert_eq!((after.title.as_str(), after.summary), ("Two", None));
        assert_eq!((after.views, after.rating), (7, Some(0.5)));
        assert_eq!(after.tags, ["a", "b"]);
        assert_eq!(after.labels, [("en.GB `x`".to_owned(), "colour".to_owned())].into());
        assert_eq!(after.source, Some(path.clone()));
        assert_eq!(after.created_at, before.created_at);
        assert!(after.updated_at > before.updated_at);
        assert_eq!(after.seen_at, Some(after.updated_at));

        let patch = Patch::at(&database, &path)
            .remove(field!(Page::tags), &["a".to_owned()])
            .lower_to(field!(Page::views), 5)
            .raise_to(field!(Page::rating), 4.5)
            .delete_entry(field!(Page::labels), "en.GB `x`")
            .delete(field!(Page::seen_at));
        commit(project, &[patch.write().unwrap()]).unwrap();
        let last: Page = read(project, &path);
        assert_eq!((last.tags, last.views, last.rating), (vec!["b".to_owned()], 5, Some(4.5)));
        assert!(last.labels.is_empty() && last.seen_at.is_none());
    });
}

#[test]
fn a_write_may_ask_for_what_was_read() {
    on_every_emulator(|project| {
        let (database, path) = (database(project), page().path().unwrap());
        let patch = |title: &str| {
            Patch::at(&database, &path).set(field!(Page::title), &title.to_owned()).write().unwrap()
        };
        // A patch is of a document that is there.
        assert_eq!(commit(project, &[patch("Two")]).unwrap_err().status, 404);
        commit(project, &[page().create(&database).unwrap()]).unwrap();
        let read = document(project, &path).unwrap().update_time.unwrap();
        commit(project, &[patch("Two").unless_changed_since(read)]).unwrap();
        let late = commit(project, &[patch("Three").unless_changed_since(read)]).unwrap_err();
        assert_eq!(late.status, 400, "{late}");
        commit(project, &[path.delete(&database)]).unwrap();
        assert_eq!(document(project, &path), None);
    });
}
