//! The rest of what is tried there.
#![allow(clippy::wildcard_imports, reason = "one set of tests in two files")]

use super::*;

#[test]
fn copies_under_their_source_by_reference_and_by_the_same_id() {
    let schema = backend_models::schema![
        Member,
        Team,
        crate::discussion::TeamMember,
        Thread,
        Note,
        Bookmark,
        Profile
    ];
    let copies = Copies::of(&schema).unwrap();
    // Of a thread that is here, the author's name is another set.
    let sets: Vec<_> =
        copies.sets().skip(1).map(|set| (set.source_id.clone(), set.shared)).collect();
    assert_eq!(
        sets,
        [
            (SourceId::Path(1), 2),
            (SourceId::Path(2), 1),
            (SourceId::Reference("thread".to_owned()), 0),
            (SourceId::Path(0), 0),
        ]
    );
    // A query right under a document, or over whole paths, takes none.
    assert_eq!(copies.indexes().len(), 1);

    let (database, memory) = (Database::new("demo"), Memory::default());
    let thread = thread("t", "eve", None);
    let team = Team {
        id: thread.team_id.clone(),
        name: "Team".to_owned(),
        created_at: now(),
        updated_at: now(),
    };
    let note = Note {
        id: DocId::new(),
        thread_id: thread.id.clone(),
        team_id: thread.team_id.clone(),
        thread_title: "old".to_owned(),
        team_name: "old".to_owned(),
        created_at: now(),
        updated_at: now(),
    };
    let bookmark = Bookmark {
        id: DocId::new(),
        thread: thread.path().unwrap(),
        title: "old".to_owned(),
        created_at: now(),
        updated_at: now(),
    };
    let profile = Profile {
        id: Uid::from("ada"),
        name: "old".to_owned(),
        created_at: now(),
        updated_at: now(),
    };
    put(&memory, &database, &team);
    put(&memory, &database, &thread);
    put(&memory, &database, &member("Ada"));
    let names = [
        put(&memory, &database, &note),
        put(&memory, &database, &bookmark),
        put(&memory, &database, &profile),
    ];
    let fan_out = FanOut::new(&memory, &database, &copies);
    let mut stale = 0;
    let mut next = Some(Cursor::default());
    while let Some(cursor) = next {
        let page = done(fan_out.stale(&cursor)).unwrap();
        stale += page.stale.len();
        next = page.next;
    }
    assert_eq!(stale, 4);
    for (source, written) in
        [(thread.path().unwrap().path(), 2), (team.path().unwrap().path(), 1), ("members/ada", 1)]
    {
        let report = done(fan_out.run(source, Cursor::default(), |_| {})).unwrap();
        assert_eq!(report.written, written, "{source}");
    }
    let [note, bookmark, profile] = names.map(|name| memory.document(&name).unwrap());
    assert_eq!(Note::read(&note).unwrap().thread_title, "Why?");
    assert_eq!(Note::read(&note).unwrap().team_name, "Team");
    assert_eq!(Bookmark::read(&bookmark).unwrap().title, "Why?");
    assert_eq!(Profile::read(&profile).unwrap().name, "Ada");

    // A copy that may not be absent stays when its source is gone.
    memory.take(&database.name("members/ada"));
    let report = done(fan_out.run("members/ada", Cursor::default(), |_| {})).unwrap();
    assert_eq!((report.written, report.left), (0, 1));
}

#[derive(Model, Clone, Debug)]
#[model(collection = "marks")]
#[access(select = nobody, insert = nobody, update = nobody, delete = nobody)]
struct Mark {
    #[model(id)]
    id: DocId<Mark>,
    thread: DocId<Thread>,
    #[model(copy_of = Thread::title, via = thread, server)]
    #[validate(length(max = 120))]
    title: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[test]
fn a_copy_that_leads_nowhere_is_told() {
    let schema = backend_models::schema![Member, Team, crate::discussion::TeamMember, Thread, Mark];
    let error = Copies::of(&schema).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`Mark::title`: the id in its `via` does not determine one document: use a `DocRef`"
    );
}
