//! A document as the `firestore` crate has it, which is how the client of
//! Google's protocol does: `gcloud_sdk::google::firestore::v1::Document`.

mod sink;
mod source;
mod value;
mod write;

use firestore::FirestoreDb;

use super::Database;

/// The database that a client is connected to.
impl From<&FirestoreDb> for Database {
    fn from(client: &FirestoreDb) -> Self {
        Self::at(client.get_documents_path())
    }
}
