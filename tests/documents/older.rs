//! Documents from before a field existed.

use backend_models::firestore::document::{Document, FieldError, FieldErrorKind, Value};
use backend_models::prelude::*;

#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Low,
    High,
}

#[derive(Model, Clone, Debug, PartialEq)]
#[model(collection = "settings")]
#[model(allow(string_is_bounded, reason = "a test writes them"))]
#[model(allow(collection_is_bounded, reason = "a test writes them"))]
#[access(select = nobody, insert = nobody, update = nobody, delete = nobody)]
struct Setting {
    #[model(id)]
    id: Uid,
    #[model(default = true)]
    is_on: bool,
    #[model(default = 7)]
    count: i32,
    #[model(default = 0.5)]
    ratio: f64,
    #[model(default = "en")]
    language: String,
    #[model(default = Level::High)]
    level: Level,
    #[model(default = [])]
    tags: Vec<String>,
    #[model(default = now())]
    seen_at: DateTime<Utc>,
    #[model(default = "none")]
    nickname: Option<String>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn first_version() -> Document {
    let moment = DateTime::from_timestamp(1_000_000, 0).unwrap();
    Document {
        name: "projects/p/databases/(default)/documents/settings/ada".to_owned(),
        fields: ["createdAt", "updatedAt"]
            .map(|name| (name.to_owned(), Value::Timestamp(moment)))
            .into(),
        create_time: DateTime::from_timestamp(999_999, 0),
        update_time: None,
    }
}

#[test]
fn declared_defaults_stand_in() {
    let setting = Setting::read(&first_version()).unwrap();
    let moment = DateTime::from_timestamp(1_000_000, 0).unwrap();
    let expected = Setting {
        id: Uid::from("ada"),
        is_on: true,
        count: 7,
        ratio: 0.5,
        language: "en".to_owned(),
        level: Level::High,
        tags: Vec::new(),
        // The moment at which the document was made, and not that of reading.
        seen_at: DateTime::from_timestamp(999_999, 0).unwrap(),
        // Nothing, because that is what a missing option is.
        nickname: None,
        created_at: moment,
        updated_at: moment,
    };
    assert_eq!(setting, expected);
}

#[test]
fn without_a_moment_now_is_missing() {
    let document = Document { create_time: None, ..first_version() };
    let error = Setting::read(&document).unwrap_err();
    let [wrong] = error.errors() else { panic!("{error}") };
    assert_eq!((wrong.path(), wrong.kind()), ("seenAt".to_owned(), &FieldErrorKind::Missing));
}

#[test]
fn the_times_of_the_row_are_required() {
    let document = Document { fields: [].into(), ..first_version() };
    let error = Setting::read(&document).unwrap_err();
    let fields: Vec<_> = error.errors().iter().map(FieldError::path).collect();
    assert_eq!(fields, ["createdAt", "updatedAt"]);
}

#[test]
fn a_value_that_is_there_is_read_though_it_is_wrong() {
    let mut document = first_version();
    document.fields.insert("count".to_owned(), Value::Null);
    let error = Setting::read(&document).unwrap_err();
    assert_eq!(error.errors()[0].path(), "count");
}
