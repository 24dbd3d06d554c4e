//! Writes of whole documents and of single fields, as the REST form has them.

use std::collections::BTreeMap;

use backend_models::firestore::document::{
    Database, Document, FieldError, FieldErrorKind, Patch, Write,
};
use backend_models::prelude::*;
use serde_json::{Value, json, to_value};

use crate::page::{Page, page};

fn database() -> Database {
    Database::new("demo")
}

const NAME: &str = "projects/demo/databases/(default)/documents/pages/p";

fn rest(write: &Write) -> Value {
    to_value(write).unwrap()
}

#[test]
fn a_new_document_has_the_times_of_the_server() {
    let write = rest(&page().create(&database()).unwrap());
    assert_eq!(
        write,
        json!({
            "update": {"name": NAME, "fields": {
                "title": {"stringValue": "One"},
                "summary": {"stringValue": "All of it."},
                "views": {"integerValue": "3"},
                "tags": {"arrayValue": {"values": [{"stringValue": "a"}]}},
                "labels": {"mapValue": {"fields": {}}},
            }},
            "updateTransforms": [
                {"fieldPath": "createdAt", "setToServerValue": "REQUEST_TIME"},
                {"fieldPath": "updatedAt", "setToServerValue": "REQUEST_TIME"},
            ],
            "currentDocument": {"exists": false},
        })
    );
}

#[test]
fn a_document_in_the_place_of_another_keeps_its_time_of_making() {
    let write = rest(&page().replace(&database()).unwrap());
    let fields = &write["update"]["fields"];
    assert_eq!(fields["createdAt"], json!({"timestampValue": "1970-01-01T00:00:00Z"}));
    assert_eq!(fields["updatedAt"], Value::Null);
    assert_eq!(write["updateTransforms"][0]["fieldPath"], "updatedAt");
    assert_eq!(write.get("currentDocument"), None);
}

#[test]
fn a_patch_names_what_it_changes() {
    let (database, path) = (database(), page().path().unwrap());
    let patch = Patch::at(&database, &path)
        .set(field!(Page::title), &"Two".to_owned())
        .set(field!(Page::summary), &None)
        .delete(field!(Page::rating))
        .set_to_request_time(field!(Page::seen_at))
        .increment(field!(Page::views), 2)
        .union(field!(Page::tags), &["b".to_owned()])
        .set_entry(field!(Page::labels), "en.GB", &"colour".to_owned())
        .delete_entry(field!(Page::labels), "fr")
        .set(field!(Page::source), &Some(path.clone()));
    assert_eq!(
        rest(&patch.write().unwrap()),
        json!({
            "update": {"name": NAME, "fields": {
                "title": {"stringValue": "Two"},
                "labels": {"mapValue": {"fields": {"en.GB": {"stringValue": "colour"}}}},
                "source": {"referenceValue": NAME},
            }},
            "updateMask": {"fieldPaths": [
                "labels.`en.GB`", "labels.fr", "rating", "source", "summary", "title",
            ]},
            "updateTransforms": [
                {"fieldPath": "seenAt", "setToServerValue": "REQUEST_TIME"},
                {"fieldPath": "tags", "appendMissingElements": {"values": [{"stringValue": "b"}]}},
                {"fieldPath": "updatedAt", "setToServerValue": "REQUEST_TIME"},
                {"fieldPath": "views", "increment": {"integerValue": "2"}},
            ],
            "currentDocument": {"exists": true},
        })
    );
}

#[test]
fn the_last_word_about_a_field_holds() {
    let (database, path) = (database(), page().path().unwrap());
    let moment = DateTime::from_timestamp(1, 0).unwrap();
    let patch = Patch::at(&database, &path)
        .set(field!(Page::views), &1)
        .raise_to(field!(Page::views), 9)
        .set_entry(field!(Page::labels), "en", &"x".to_owned())
        .set(field!(Page::labels), &BTreeMap::new())
        .lower_to(field!(Page::rating), 2.5)
        .remove(field!(Page::tags), &["a".to_owned()])
        .set(field!(Page::updated_at), &moment);
    let write = rest(&patch.write().unwrap().unless_changed_since(moment));
    assert_eq!(write["updateMask"]["fieldPaths"], json!(["labels", "updatedAt"]));
    assert_eq!(
        write["updateTransforms"],
        json!([
            {"fieldPath": "rating", "minimum": {"doubleValue": 2.5}},
            {"fieldPath": "tags", "removeAllFromArray": {"values": [{"stringValue": "a"}]}},
            {"fieldPath": "views", "maximum": {"integerValue": "9"}},
        ])
    );
    assert_eq!(write["currentDocument"], json!({"updateTime": "1970-01-01T00:00:01Z"}));
}

#[test]
fn what_differs_is_a_patch() {
    let old = page();
    let mut new = Page { title: "Two".to_owned(), summary: None, rating: Some(1.5), ..old.clone() };
    new.updated_at = Utc::now();
    let database = database();
    assert!(Patch::between(&database, &old, &old).unwrap().is_empty());
    let write = rest(&Patch::between(&database, &old, &new).unwrap().write().unwrap());
    assert_eq!(write["updateMask"]["fieldPaths"], json!(["rating", "summary", "title"]));
    assert_eq!(
        write["update"]["fields"],
        json!({"rating": {"doubleValue": 1.5}, "title": {"stringValue": "Two"}})
    );
    new.id = DocId::parse("q").unwrap();
    let error = Patch::between(&database, &old, &new).unwrap_err();
    assert!(matches!(error.errors()[0].kind(), FieldErrorKind::WrongPath { .. }), "{error}");
}

#[test]
fn what_cannot_be_written_is_told_at_the_end() {
    let (database, path) = (database(), page().path().unwrap());
    let error = Patch::at(&database, &path)
        .set(field!(Page::seen_at), &Some(DateTime::<Utc>::MAX_UTC))
        .set_entry(field!(Page::labels), "__x__", &String::new())
        .write()
        .unwrap_err();
    let fields: Vec<_> = error.errors().iter().map(FieldError::path).collect();
    assert_eq!(fields, ["seenAt", "labels.__x__"]);
}

#[test]
fn a_document_is_deleted_by_its_path() {
    let write = rest(&page().path().unwrap().delete(&database()));
    assert_eq!(write, json!({"delete": NAME}));
}

#[test]
fn the_rest_form_may_leave_out_what_is_empty() {
    let text = r#"{"name": "n", "fields": {
        "a": {"arrayValue": {}}, "m": {"mapValue": {}}, "g": {"geoPointValue": {"latitude": 1}},
        "i": {"integerValue": 7}, "d": {"doubleValue": 2}, "n": {"doubleValue": "NaN"},
        "b": {"bytesValue": "_-8"}, "t": {"timestampValue": "2026-01-01T01:00:00+01:00"}
    }, "createTime": "2026-01-01T00:00:00.000001Z", "other": [1]}"#;
    let document: Document = serde_json::from_str(text).unwrap();
    let written = to_value(&document).unwrap();
    assert_eq!(
        written["fields"],
        json!({
            "a": {"arrayValue": {"values": []}}, "m": {"mapValue": {"fields": {}}},
            "g": {"geoPointValue": {"latitude": 1.0, "longitude": 0.0}},
            "i": {"integerValue": "7"}, "d": {"doubleValue": 2.0}, "n": {"doubleValue": "NaN"},
            "b": {"bytesValue": "/+8="}, "t": {"timestampValue": "2026-01-01T00:00:00Z"},
        })
    );
    for wrong in [
        r#"{"fields": {"a": {}}}"#,
        r#"{"fields": {"a": {"stringValue": "x", "integerValue": "1"}}}"#,
        r#"{"fields": {"a": {"stringValue": 1}}}"#,
        r#"{"fields": {"a": {"integerValue": "1.5"}}}"#,
        r#"{"fields": {"a": {"integerValue": 1.5}}}"#,
        r#"{"fields": {"a": {"bytesValue": "?"}}}"#,
        r#"{"fields": {"a": {"timestampValue": "today"}}}"#,
        r#"{"fields": {"a": {"textValue": ""}}}"#,
    ] {
        assert!(serde_json::from_str::<Document>(wrong).is_err(), "{wrong}");
    }
}
