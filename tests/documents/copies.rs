//! Copies of the discussion example, and of models that are hard to find.

mod more;

use backend_models::firestore::copies::{
    BatchLimits, Copies, Cursor, FanOut, Memory, NeededIndex, SourceId,
};
use backend_models::firestore::document::{Database, Document, Value};
use backend_models::prelude::*;

use crate::discussion::{Comment, Member, SCHEMA, Team, Thread, ThreadState};

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH
}

pub(crate) fn member(name: &str) -> Member {
    Member {
        id: Uid::from("ada"),
        display_name: name.to_owned(),
        bio: None,
        home: None,
        created_at: now(),
        updated_at: now(),
    }
}

pub(crate) fn thread(team: &str, author: &str, name: Option<&str>) -> Thread {
    Thread {
        id: DocId::new(),
        team_id: DocId::parse(team).unwrap(),
        author: Uid::from(author),
        author_name: name.map(str::to_owned),
        title: "Why?".to_owned(),
        state: ThreadState::Open,
        tags: vec![],
        embedding: None,
        expires_at: None,
        created_at: now(),
        updated_at: now(),
    }
}

pub(crate) fn comment(number: usize, author: &str, name: Option<&str>) -> Comment {
    Comment {
        id: DocId::parse(format!("c{number:04}")).unwrap(),
        thread_id: DocId::parse(format!("x{}", number % 3)).unwrap(),
        team_id: DocId::parse(format!("t{}", number % 2)).unwrap(),
        author: Uid::from(author),
        author_name: name.map(str::to_owned),
        text: "Because.".to_owned(),
        created_at: now(),
        updated_at: now(),
    }
}

fn put(memory: &Memory, database: &Database, model: &impl DocumentModel) -> String {
    let document: Document = model.document(database).unwrap();
    memory.put(document.clone());
    document.name
}

/// The future of a store in memory, which is done at once.
fn done<T>(future: impl Future<Output = T>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("memory does not wait"),
    }
}

#[test]
fn the_plan_tells_the_queries_and_their_indexes() {
    let copies = Copies::of(&SCHEMA).unwrap();
    let sets: Vec<_> = copies.sets().collect();
    let [threads, comments] = sets.as_slice() else { panic!("{sets:#?}") };
    assert_eq!(threads.source, ["members"]);
    assert_eq!(threads.target, ["teams", "threads"]);
    assert_eq!(comments.target, ["teams", "threads", "comments"]);
    assert_eq!(comments.source_id, SourceId::Text("author".to_owned()));
    assert_eq!((comments.shared, comments.is_group()), (0, true));
    assert_eq!(comments.fields[0].source, "displayName");
    assert_eq!(comments.fields[0].copy, "authorName");
    let index = |group: &str| NeededIndex { group: group.to_owned(), field: "author".to_owned() };
    assert_eq!(copies.indexes(), [index("threads"), index("comments")]);
}

#[test]
fn the_printed_indexes_hold_what_copies_need() {
    let printed = backend_models::firestore::Indexes::new(&SCHEMA).unwrap().to_string();
    let printed: serde_json::Value = serde_json::from_str(&printed).unwrap();
    for NeededIndex { group, field } in Copies::of(&SCHEMA).unwrap().indexes() {
        let overrides = printed["fieldOverrides"].as_array().unwrap();
        let of = |one: &&serde_json::Value| {
            one["collectionGroup"] == group.as_str() && one["fieldPath"] == field.as_str()
        };
        let indexes = overrides.iter().find(of).unwrap()["indexes"].as_array().unwrap();
        let wanted = serde_json::json!({"order": "ASCENDING", "queryScope": "COLLECTION_GROUP"});
        assert!(indexes.contains(&wanted), "{group}.{field}: {indexes:#?}");
    }
}

#[test]
fn a_change_reaches_every_copy_in_bounded_batches() {
    let (database, memory) = (Database::new("demo"), Memory::default());
    let copies = Copies::of(&SCHEMA).unwrap();
    put(&memory, &database, &member("Ada"));
    let own: Vec<String> = (0..23)
        .map(|number| put(&memory, &database, &comment(number, "ada", Some("Old"))))
        .collect();
    let right = put(&memory, &database, &comment(23, "ada", Some("Ada")));
    let other = put(&memory, &database, &comment(24, "eve", Some("Eve")));
    put(&memory, &database, &thread("t0", "ada", None));
    // Of the same collection name, and no comment.
    let elsewhere = Document {
        name: database.name("rooms/r/comments/c"),
        fields: [("author".to_owned(), Value::String("ada".to_owned()))].into(),
        ..Document::default()
    };
    memory.put(elsewhere.clone());

    let fan_out = FanOut::new(&memory, &database, &copies)
        .with_limits(BatchLimits { documents: 5, bytes: 400 });
    let mut cursors = Vec::new();
    let report =
        done(fan_out.run("members/ada", Cursor::default(), |at| cursors.push(at.clone()))).unwrap();
    assert_eq!((report.read, report.written, report.left), (26, 24, 0));
    assert_eq!(cursors.len(), 6, "{cursors:#?}");
    let name = |document: &str| memory.document(document).unwrap().fields["authorName"].clone();
    let ada = Value::String("Ada".to_owned());
    assert!(own.iter().chain([&right]).all(|document| name(document) == ada));
    assert_eq!(name(&other), Value::String("Eve".to_owned()));
    assert_eq!(memory.document(&elsewhere.name), Some(elsewhere));
    let again = done(fan_out.run("members/ada", Cursor::default(), |_| {})).unwrap();
    assert_eq!(again.written, 0);
}

#[test]
fn it_goes_on_from_a_cursor() {
    let (database, memory) = (Database::new("demo"), Memory::default());
    let copies = Copies::of(&SCHEMA).unwrap();
    put(&memory, &database, &member("Ada"));
    for number in 0..20 {
        put(&memory, &database, &comment(number, "ada", None));
    }
    let fan_out = FanOut::new(&memory, &database, &copies)
        .with_limits(BatchLimits { documents: 7, bytes: 1 << 20 });
    let first = done(fan_out.batch("members/ada", &Cursor { set: 1, after: None })).unwrap();
    assert_eq!((first.read, first.written), (7, 7));
    // Another process, with the cursor alone.
    let report = done(fan_out.run("members/ada", first.next.unwrap(), |_| {})).unwrap();
    assert_eq!((report.read, report.written), (13, 13));
}

#[test]
fn a_source_that_is_gone_takes_its_copies_along() {
    let (database, memory) = (Database::new("demo"), Memory::default());
    let copies = Copies::of(&SCHEMA).unwrap();
    let document = put(&memory, &database, &comment(1, "ada", Some("Ada")));
    let fan_out = FanOut::new(&memory, &database, &copies);
    let report = done(fan_out.run("members/ada", Cursor::default(), |_| {})).unwrap();
    assert_eq!(report.written, 1);
    assert!(!memory.document(&document).unwrap().fields.contains_key("authorName"));
}

#[test]
fn stale_copies_are_listed() {
    let (database, memory) = (Database::new("demo"), Memory::default());
    let copies = Copies::of(&SCHEMA).unwrap();
    let source = put(&memory, &database, &member("Ada"));
    for number in 0..10 {
        put(&memory, &database, &comment(number, "ada", Some("Ada")));
    }
    let stale = put(&memory, &database, &comment(11, "ada", Some("Adah")));
    let orphan = put(&memory, &database, &comment(12, "eve", Some("Eve")));
    let missing = put(&memory, &database, &thread("t0", "ada", None));
    let fan_out = FanOut::new(&memory, &database, &copies)
        .with_limits(BatchLimits { documents: 4, bytes: 1 });
    let (mut found, mut next, mut read) = (Vec::new(), Some(Cursor::default()), 0);
    while let Some(cursor) = next {
        let page = done(fan_out.stale(&cursor)).unwrap();
        found.extend(page.stale);
        read += page.read;
        next = page.next;
    }
    assert_eq!(read, 13);
    let of = |document: &String| found.iter().find(|one| one.document == *document).unwrap();
    assert_eq!(found.len(), 3);
    assert_eq!(of(&stale).holds, Some(Value::String("Adah".to_owned())));
    assert_eq!(of(&stale).should, Some(Value::String("Ada".to_owned())));
    assert_eq!(of(&stale).source, Some(source));
    assert_eq!(of(&orphan).should, None);
    assert_eq!(of(&missing).holds, None);
    assert_eq!(of(&missing).field, "authorName");
}

/// A page of a thread that repeats the thread's title, and one that repeats the
/// role that the team has given its author.
#[derive(Model, Clone, Debug)]
#[model(collection = "notes", subcollection_of = Thread)]
#[access(select = nobody, insert = nobody, update = nobody, delete = nobody)]
struct Note {
    #[model(id)]
    id: DocId<Note>,
    #[model(parent)]
    thread_id: DocId<Thread>,
    #[model(parent = Team)]
    team_id: DocId<Team>,
    #[model(copy_of = Thread::title, via = thread_id, server)]
    #[validate(length(max = 120))]
    thread_title: String,
    #[model(copy_of = Team::name, via = team_id, server)]
    #[validate(length(max = 120))]
    team_name: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model, Clone, Debug)]
#[model(collection = "bookmarks")]
#[access(select = nobody, insert = nobody, update = nobody, delete = nobody)]
struct Bookmark {
    #[model(id)]
    id: DocId<Bookmark>,
    thread: DocRef<Thread>,
    #[model(copy_of = Thread::title, via = thread, server)]
    #[validate(length(max = 120))]
    title: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Model, Clone, Debug)]
#[model(collection = "profiles")]
#[access(select = nobody, insert = nobody, update = nobody, delete = nobody)]
struct Profile {
    #[model(id)]
    id: Uid,
    #[model(copy_of = Member::display_name, via = id, server)]
    #[validate(length(max = 120))]
    name: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}
