//! Through the client of the `firestore` crate, on every emulator.

use backend_models::firestore::copies::{BatchLimits, Copies, Cursor, FanOut, Store as _};
use backend_models::firestore::document::{Database, Document, Patch};
use backend_models::prelude::*;
use firestore::gcloud_sdk::google::firestore::v1;
use firestore::gcloud_sdk::google_cloud_auth::credentials::anonymous;
use firestore::{
    FirestoreDb, FirestoreDbOptions, FirestoreFindNearestDistanceMeasure, FirestoreTransactionOps,
    FirestoreVector,
};
use models_tests::firestore::{Emulator, Project, emulators};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::discussion::{Comment, Member, SCHEMA, Thread, ThreadState};
use crate::everything::Thing;
use crate::random;

async fn on_every_emulator(test: impl AsyncFn(&FirestoreDb, &Database)) {
    for emulator in emulators() {
        let project = Project::fresh(&emulator);
        let client = connect(&emulator, &project).await;
        eprintln!("on the emulator {}", emulator.name);
        test(&client, &Database::from(&client)).await;
        project.clear().unwrap();
    }
}

async fn connect(emulator: &Emulator, project: &Project) -> FirestoreDb {
    let options = FirestoreDbOptions::new(project.id.clone())
        .with_firebase_api_url(format!("http://{}", emulator.address));
    let nobody = anonymous::Builder::new().build();
    FirestoreDb::with_options_auth(options, nobody).await.unwrap()
}

fn thread(title: &str, embedding: [f32; 8]) -> Thread {
    Thread {
        id: DocId::new(),
        team_id: DocId::parse("t").unwrap(),
        author: Uid::from("ada"),
        author_name: Some("Ada".to_owned()),
        title: title.to_owned(),
        state: ThreadState::Open,
        tags: vec!["question".to_owned()],
        embedding: Some(embedding.to_vec().try_into().unwrap()),
        expires_at: None,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    }
}

fn threads() -> [Thread; 3] {
    let mut closed = thread("far", [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    closed.state = ThreadState::Closed;
    let near = thread("near", [0.9, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    [closed, near, thread("nearest", [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])]
}

async fn write(client: &FirestoreDb, writes: Vec<backend_models::firestore::document::Write>) {
    let mut transaction = client.begin_transaction().await.unwrap();
    for write in writes {
        transaction.add(write).unwrap();
    }
    transaction.commit().await.unwrap();
}

fn titles(documents: Vec<v1::Document>) -> Vec<String> {
    let read = |document| Thread::read_strict(document).unwrap().title;
    let mut titles: Vec<_> = documents.into_iter().map(read).collect();
    titles.sort_unstable();
    titles
}

#[tokio::test]
async fn every_type_comes_back() {
    on_every_emulator(async |client, database| {
        let mut runner = TestRunner::deterministic();
        for _ in 0..100 {
            let thing = random::thing().new_tree(&mut runner).unwrap().current();
            write(client, vec![thing.replace(database).unwrap()]).await;
            let name = [database.name(thing.path().unwrap().path())];
            let stored = client.get(&name).await.unwrap().pop().flatten().unwrap();
            let stored = Thing::read_strict(&stored).unwrap();
            let expected = Thing { updated_at: stored.updated_at, ..thing };
            assert_eq!(format!("{stored:?}"), format!("{expected:?}"));
        }
    })
    .await;
}

#[tokio::test]
async fn models_are_written_and_queried() {
    on_every_emulator(async |client, database| {
        let threads = threads();
        write(client, threads.iter().map(|one| one.create(database).unwrap()).collect()).await;
        let parent = client.parent_path("teams", "t").unwrap();
        let all = client.fluent().select().from("threads").parent(&parent);
        assert_eq!(titles(all.query().await.unwrap()), ["far", "near", "nearest"]);
        let open = client
            .fluent()
            .select()
            .from("threads")
            .parent(&parent)
            .filter(|query| query.field(field!(Thread::state).name()).eq("open"));
        assert_eq!(titles(open.query().await.unwrap()), ["near", "nearest"]);
    })
    .await;
}

#[tokio::test]
async fn the_nearest_are_found() {
    on_every_emulator(async |client, database| {
        let threads = threads();
        write(client, threads.iter().map(|one| one.create(database).unwrap()).collect()).await;
        let found = client
            .fluent()
            .select()
            .from("threads")
            .parent(client.parent_path("teams", "t").unwrap())
            .find_nearest(
                field!(Thread::embedding).name(),
                FirestoreVector::new(vec![1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
                FirestoreFindNearestDistanceMeasure::Cosine,
                2,
            )
            .query()
            .await
            .unwrap();
        let read = |document| Thread::read(document).unwrap().title;
        let titles: Vec<String> = found.into_iter().map(read).collect();
        assert_eq!(titles, ["nearest", "near"]);
    })
    .await;
}

#[tokio::test]
async fn a_transaction_reads_and_patches() {
    on_every_emulator(async |client, database| {
        let thread = thread("one", [1.0; 8]);
        write(client, vec![thread.create(database).unwrap()]).await;
        let path = thread.path().unwrap();
        let mut transaction = client.begin_transaction().await.unwrap();
        let parent = client.parent_path("teams", "t").unwrap();
        let read = client
            .fluent()
            .select()
            .by_id_in("threads")
            .parent(&parent)
            .one(thread.id.as_str())
            .await
            .unwrap()
            .unwrap();
        let read = Thread::read(read).unwrap();
        let patch = Patch::at(database, &path)
            .set(field!(Thread::title), &format!("{} and two", read.title))
            .union(field!(Thread::tags), &["edited".to_owned()]);
        transaction.add(patch.write().unwrap()).unwrap();
        transaction.commit().await.unwrap();
        let name = [database.name(path.path())];
        let after = client.get(&name).await.unwrap().pop().flatten().unwrap();
        let after = Thread::read_strict(&after).unwrap();
        assert_eq!(after.title, "one and two");
        assert_eq!(after.tags, ["question", "edited"]);
        assert!(after.updated_at > after.created_at);
    })
    .await;
}

#[tokio::test]
async fn copies_are_brought_up_to_date() {
    on_every_emulator(async |client, database| {
        let copies = Copies::of(&SCHEMA).unwrap();
        let member = Member {
            id: Uid::from("ada"),
            display_name: "Ada Lovelace".to_owned(),
            bio: None,
            home: None,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
        };
        let comment = |number: u32| Comment {
            id: DocId::parse(format!("c{number}")).unwrap(),
            thread_id: DocId::parse(format!("x{}", number % 3)).unwrap(),
            team_id: DocId::parse("t").unwrap(),
            author: Uid::from(if number == 0 { "eve" } else { "ada" }),
            author_name: None,
            text: "Yes.".to_owned(),
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
        };
        let mut writes = vec![member.create(database).unwrap()];
        writes.extend((0..12).map(|number| comment(number).create(database).unwrap()));
        writes.push(thread("one", [1.0; 8]).create(database).unwrap());
        write(client, writes).await;

        let fan_out = FanOut::new(client, database, &copies)
            .with_limits(BatchLimits { documents: 5, bytes: 1 << 20 });
        let stale = stale(&fan_out).await;
        // The comment of someone who is gone has no name, as it should.
        assert_eq!(stale.len(), 12);
        let mut batches = 1;
        let report = fan_out.run("members/ada", Cursor::default(), |_| batches += 1).await.unwrap();
        assert_eq!((report.read, report.written), (12, 12));
        assert_eq!(batches, 4);
        assert_eq!(self::stale(&fan_out).await, []);
        let again = fan_out.run("members/ada", Cursor::default(), |_| {}).await.unwrap();
        assert_eq!(again.written, 0);
    })
    .await;
}

async fn stale(fan_out: &FanOut<'_, FirestoreDb>) -> Vec<backend_models::firestore::copies::Stale> {
    let (mut found, mut next) = (Vec::new(), Some(Cursor::default()));
    while let Some(cursor) = next {
        let page = fan_out.stale(&cursor).await.unwrap();
        found.extend(page.stale);
        next = page.next;
    }
    found
}

#[tokio::test]
async fn our_documents_are_the_clients() {
    on_every_emulator(async |_, database| {
        let thread = thread("one", [1.0; 8]);
        let document: v1::Document = thread.document(database).unwrap();
        let own: Document = thread.document(database).unwrap();
        assert_eq!(Document::try_from(document.clone()).unwrap(), own);
        assert_eq!(v1::Document::from(own), document);
    })
    .await;
}
