//! A model of 14 fields as a document and back: ours, by hand, and through two
//! implementations of serde.

mod bytes;
mod hand;
mod model;
mod serde;

pub use bytes::read_bytes_by_hand;
pub use hand::{read_by_hand, write_by_hand};
pub use model::{Article, article, database};
pub use serde::{Theirs, theirs};

use std::hint::black_box;

use firestore::FirestoreDb;
use firestore::gcloud_sdk::google::firestore::v1::Document;
use firestore::gcloud_sdk::prost::Message;
use backend_models::firestore::document::{DocumentModel, Wire};

use crate::work::repeat;

/// Prepares the named conversion and does it so many times.
pub(crate) fn run(name: &str, times: usize) -> Option<usize> {
    let (article, database) = (article(), database());
    let document = write_by_hand(&article, database.documents());
    let (wire, theirs) = (Wire::from(document.encode_to_vec()), theirs());
    let their_document = FirestoreDb::serialize_to_doc("a/b", &theirs).ok()?;
    let their_value = serde_firestore_value::to_value(&theirs).ok()?;
    Some(match name {
        "write" => repeat(times, || {
            let document = black_box(&article).document::<Document>(black_box(&database));
            document.map_or(0, |document| document.fields.len())
        }),
        "write_by_hand" => repeat(times, || {
            write_by_hand(black_box(&article), black_box(database.documents())).fields.len()
        }),
        "write_firestore" => repeat(times, || {
            let document = FirestoreDb::serialize_to_doc("a/b", black_box(&theirs));
            document.map_or(0, |document| document.fields.len())
        }),
        "write_serde_firestore_value" => repeat(times, || {
            let value = serde_firestore_value::to_value(black_box(&theirs));
            usize::from(black_box(value).is_ok())
        }),
        "read" => {
            repeat(times, || usize::from(black_box(Article::read(black_box(&document))).is_ok()))
        }
        "read_owned" => repeat(times, || {
            usize::from(black_box(Article::read(black_box(document.clone()))).is_ok())
        }),
        "clone" => repeat(times, || black_box(black_box(&document).clone()).fields.len()),
        "read_by_hand" => {
            repeat(times, || usize::from(black_box(read_by_hand(black_box(&document))).is_some()))
        }
        "read_firestore" => repeat(times, || {
            let read = FirestoreDb::deserialize_doc_to::<Theirs>(black_box(&their_document));
            usize::from(black_box(read).is_ok())
        }),
        "read_serde_firestore_value" => repeat(times, || {
            let read = serde_firestore_value::from_value::<Theirs>(black_box(&their_value));
            usize::from(black_box(read).is_ok())
        }),
        "bytes" => repeat(times, || {
            let wire = black_box(&article).document::<Wire>(black_box(&database));
            wire.map_or(0, |wire| wire.as_bytes().len())
        }),
        "bytes_through_document" => repeat(times, || {
            let document = black_box(&article).document::<Document>(black_box(&database));
            document.map_or(0, |document| document.encode_to_vec().len())
        }),
        "read_bytes" => {
            repeat(times, || usize::from(black_box(Article::read(black_box(&wire))).is_ok()))
        }
        "read_bytes_by_hand" => repeat(times, || {
            usize::from(black_box(read_bytes_by_hand(black_box(wire.as_bytes()))).is_some())
        }),
        "read_bytes_through_document" => repeat(times, || {
            let document = Document::decode(black_box(wire.as_bytes()));
            let read = document.ok().and_then(|document| Article::read(document).ok());
            usize::from(black_box(read).is_some())
        }),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{
        Article, Theirs, article, database, read_by_hand, read_bytes_by_hand, theirs, write_by_hand,
    };
    use firestore::gcloud_sdk::prost::Message;
    use firestore::FirestoreDb;
    use firestore::gcloud_sdk::google::firestore::v1::Document;
    use backend_models::firestore::document::DocumentModel;

    #[test]
    fn what_is_compared_does_the_same() {
        let (article, database) = (article(), database());
        let ours: Document = article.document(&database).expect("a document");
        assert_eq!(ours, write_by_hand(&article, database.documents()));
        assert_eq!(Article::read(&ours).expect("an article"), article);
        assert_eq!(read_by_hand(&ours).expect("an article"), article);
        let bytes = ours.encode_to_vec();
        assert_eq!(read_bytes_by_hand(&bytes).expect("an article"), article);

        let theirs = theirs();
        let document = FirestoreDb::serialize_to_doc("a/b", &theirs).expect("a document");
        let read: Theirs = FirestoreDb::deserialize_doc_to(&document).expect("an article");
        assert_eq!(read, theirs);
        let value = serde_firestore_value::to_value(&theirs).expect("a value");
        let read: Theirs = serde_firestore_value::from_value(&value).expect("an article");
        assert_eq!(read, theirs);
    }
}
