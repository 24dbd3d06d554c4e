//! The emulator as a store of copies.

use std::collections::BTreeMap;

use ::backend_models::firestore::copies::{Find, Store};
use ::backend_models::firestore::document::{Document, Value, Write};
use serde_json::{Value as Json, json};

use super::emulator::{Emulator, Failure};

/// Requests are answered one after the other: nothing else runs meanwhile.
impl Store for Emulator {
    type Error = Failure;

    async fn get(&self, names: &[String]) -> Result<Vec<Option<Document>>, Failure> {
        let body = json!({ "documents": names });
        let answer = self.ask(self.database.documents(), "batchGet", &body)?;
        let found = documents(answer, "found")?.into_iter();
        // They come in any order.
        let found: BTreeMap<_, _> =
            found.map(|document| (document.name.clone(), document)).collect();
        Ok(names.iter().map(|name| found.get(name).cloned()).collect())
    }

    async fn find(&self, find: &Find) -> Result<Vec<Document>, Failure> {
        let answer = self.ask(&find.parent, "runQuery", &query(find))?;
        documents(answer, "document")
    }

    async fn commit(&self, writes: Vec<Write>) -> Result<(), Failure> {
        let body = json!({ "writes": writes });
        self.ask(self.database.documents(), "commit", &body).map(drop)
    }
}

/// The documents of an answer in parts, some of which have none.
fn documents(answer: Json, key: &str) -> Result<Vec<Document>, Failure> {
    let Json::Array(parts) = answer else { return Ok(Vec::new()) };
    let parts = parts.into_iter().filter_map(|mut part| part.get_mut(key).map(Json::take));
    Ok(parts.map(serde_json::from_value).collect::<Result<_, _>>()?)
}

/// The names of this example's fields are paths as they are.
fn query(find: &Find) -> Json {
    let field = |name: &str| json!({ "fieldPath": name });
    let select: Vec<Json> = find.select.iter().map(|name| field(name)).collect();
    let mut query = json!({
        "select": { "fields": select },
        "from": [{ "collectionId": find.collection, "allDescendants": find.everywhere }],
        "orderBy": [{ "field": field("__name__"), "direction": "ASCENDING" }],
        "limit": find.limit,
    });
    if let Some((name, value)) = &find.filter {
        let filter = json!({ "field": field(name), "op": "EQUAL", "value": value });
        query["where"] = json!({ "fieldFilter": filter });
    }
    if let Some(after) = &find.after {
        let after = Value::Reference(after.clone());
        query["startAt"] = json!({ "values": [after], "before": false });
    }
    json!({ "structuredQuery": query })
}
