//! The REST form, through serde: what Firestore's HTTP interface takes and
//! gives, `{"fields": {"title": {"stringValue": ".."}}}`.
//!
//! Numbers are as protocol buffers have them in JSON: an integer is a text, and
//! what JSON cannot write of a double is one, too.

mod message;
mod read;
mod text;
mod write;
