//! Converting documents, timed side by side with allocations counted:
//! `cargo bench --features convert --bench convert` in this folder.

use divan::{AllocProfiler, Bencher, black_box};
use firestore::FirestoreDb;
use firestore::gcloud_sdk::google::firestore::v1::Document;
use firestore::gcloud_sdk::prost::Message;
use backend_models::firestore::document::{DocumentModel, Wire};
use models_benches::convert::{
    Article, Theirs, article, database, read_by_hand, theirs, write_by_hand,
};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn document() -> Document {
    write_by_hand(&article(), database().documents())
}

#[divan::bench]
fn write(bencher: Bencher) {
    let (article, database) = (article(), database());
    bencher.bench(|| black_box(&article).document::<Document>(black_box(&database)));
}

#[divan::bench(name = "write_by_hand")]
fn by_hand(bencher: Bencher) {
    let (article, database) = (article(), database());
    bencher.bench(|| write_by_hand(black_box(&article), black_box(database.documents())));
}

#[divan::bench]
fn write_firestore(bencher: Bencher) {
    let theirs = theirs();
    bencher.bench(|| FirestoreDb::serialize_to_doc("a/b", black_box(&theirs)));
}

#[divan::bench]
fn write_serde_firestore_value(bencher: Bencher) {
    let theirs = theirs();
    bencher.bench(|| serde_firestore_value::to_value(black_box(&theirs)));
}

#[divan::bench]
fn read(bencher: Bencher) {
    let document = document();
    bencher.bench(|| Article::read(black_box(&document)));
}

#[divan::bench]
fn read_owned(bencher: Bencher) {
    let document = document();
    bencher.with_inputs(|| document.clone()).bench_values(|document| Article::read(document));
}

#[divan::bench(name = "read_by_hand")]
fn read_hand(bencher: Bencher) {
    let document = document();
    bencher.bench(|| read_by_hand(black_box(&document)));
}

#[divan::bench]
fn read_firestore(bencher: Bencher) {
    let Ok(document) = FirestoreDb::serialize_to_doc("a/b", &theirs()) else { return };
    bencher.bench(|| FirestoreDb::deserialize_doc_to::<Theirs>(black_box(&document)));
}

#[divan::bench]
fn read_serde_firestore_value(bencher: Bencher) {
    let Ok(value) = serde_firestore_value::to_value(&theirs()) else { return };
    bencher.bench(|| serde_firestore_value::from_value::<Theirs>(black_box(&value)));
}

#[divan::bench]
fn bytes(bencher: Bencher) {
    let (article, database) = (article(), database());
    bencher.bench(|| black_box(&article).document::<Wire>(black_box(&database)));
}

#[divan::bench]
fn bytes_through_document(bencher: Bencher) {
    let (article, database) = (article(), database());
    bencher.bench(|| {
        let document = black_box(&article).document::<Document>(black_box(&database));
        document.map(|document| document.encode_to_vec())
    });
}

#[divan::bench]
fn read_bytes(bencher: Bencher) {
    let wire = Wire::from(document().encode_to_vec());
    bencher.bench(|| Article::read(black_box(&wire)));
}

#[divan::bench]
fn read_bytes_through_document(bencher: Bencher) {
    let bytes = document().encode_to_vec();
    bencher.bench(|| {
        let document = Document::decode(black_box(bytes.as_slice()));
        document.ok().and_then(|document| Article::read(document).ok())
    });
}
