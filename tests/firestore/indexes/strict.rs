//! The documented schema of `firestore.indexes.json`, without any leniency.

use std::collections::HashSet;

use serde_json::{Map, Value};

/// That the file is one that Firestore takes.
pub(super) fn assert_strict(text: &str) {
    let file: Value = serde_json::from_str(text).unwrap();
    let file = object(&file, &["indexes", "fieldOverrides"], &[]);
    each_once(&file["indexes"], composite);
    each_once(&file["fieldOverrides"], field_override);
    let fields = file["fieldOverrides"].as_array().unwrap().iter();
    let mut seen = HashSet::new();
    for field in fields {
        assert!(seen.insert((&field["collectionGroup"], &field["fieldPath"])), "{field}");
    }
}

fn composite(index: &Value) {
    let index = object(index, &["collectionGroup", "queryScope", "fields"], &[]);
    name(&index["collectionGroup"]);
    scope(&index["queryScope"]);
    let fields = index["fields"].as_array().unwrap();
    assert!((1..=100).contains(&fields.len()));
    let (last, before) = fields.split_last().unwrap();
    assert!(before.iter().all(|field| field["fieldPath"] != "__name__"), "{before:?}");
    assert!(before.iter().all(|field| field.get("vectorConfig").is_none()), "{before:?}");
    assert!(fields.len() > 1 || last.get("vectorConfig").is_some(), "{last}");
    let lists = fields.iter().filter(|field| field.get("arrayConfig").is_some());
    assert!(lists.count() < 2);
    let mut seen = HashSet::new();
    for field in fields {
        let field = object(field, &["fieldPath"], &["order", "arrayConfig", "vectorConfig"]);
        assert_eq!(field.len(), 2);
        path(&field["fieldPath"]);
        assert!(seen.insert(&field["fieldPath"]));
        mode(field);
    }
}

fn field_override(one: &Value) {
    let one = object(one, &["collectionGroup", "fieldPath", "indexes"], &["ttl"]);
    name(&one["collectionGroup"]);
    path(&one["fieldPath"]);
    assert!(one.get("ttl").is_none_or(Value::is_boolean));
    each_once(&one["indexes"], |index| {
        let index = object(index, &["queryScope"], &["order", "arrayConfig"]);
        assert_eq!(index.len(), 2);
        scope(&index["queryScope"]);
        mode(index);
    });
}

fn mode(field: &Map<String, Value>) {
    if let Some(order) = field.get("order") {
        assert!(order == "ASCENDING" || order == "DESCENDING", "{order}");
    } else if let Some(list) = field.get("arrayConfig") {
        assert_eq!(list, "CONTAINS");
    } else {
        let vector = object(&field["vectorConfig"], &["dimension", "flat"], &[]);
        assert!((1..=2048).contains(&vector["dimension"].as_u64().unwrap()));
        object(&vector["flat"], &[], &[]);
    }
}

fn scope(scope: &Value) {
    assert!(scope == "COLLECTION" || scope == "COLLECTION_GROUP", "{scope}");
}

fn name(name: &Value) {
    let name = name.as_str().unwrap();
    assert!(!name.is_empty() && !name.contains('/') && name.len() <= 1500, "{name:?}");
}

/// A name of letters, digits and `_`, or one between backticks.
fn path(path: &Value) {
    let path = path.as_str().unwrap();
    if let Some(quoted) = path.strip_prefix('`') {
        let inner = quoted.strip_suffix('`').unwrap().replace("\\\\", "").replace("\\`", "");
        assert!(!inner.contains(['`', '\\']), "{path}");
    } else {
        assert!(path.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'), "{path}");
        assert!(!path.starts_with(|c: char| c.is_ascii_digit()), "{path}");
    }
}

/// An object with all of the first keys, any of the second, and no other.
fn object<'v>(value: &'v Value, must: &[&str], may: &[&str]) -> &'v Map<String, Value> {
    let object = value.as_object().unwrap_or_else(|| panic!("no object: {value}"));
    for key in must {
        assert!(object.contains_key(*key), "{key} is missing: {value}");
    }
    for key in object.keys() {
        assert!(must.contains(&&**key) || may.contains(&&**key), "{key} is unknown: {value}");
    }
    object
}

fn each_once(list: &Value, check: impl Fn(&Value)) {
    let list = list.as_array().unwrap();
    let mut seen = HashSet::new();
    for one in list {
        check(one);
        assert!(seen.insert(one), "twice: {one}");
    }
}
