//! As someone would write it, and be done.

use std::collections::HashMap;

use firestore::gcloud_sdk::google::firestore::v1::value::ValueType;
use firestore::gcloud_sdk::google::firestore::v1::{ArrayValue, Document, Value};
use firestore::gcloud_sdk::prost_types::Timestamp;
use backend_models::prelude::{DateTime, Utc};
use backend_models::types::{DocId, Uid};

use super::Article;

fn value(kind: ValueType) -> Value {
    Value { value_type: Some(kind) }
}

fn text(text: &str) -> Value {
    value(ValueType::StringValue(text.to_owned()))
}

fn timestamp(moment: DateTime<Utc>) -> Value {
    value(ValueType::TimestampValue(Timestamp {
        seconds: moment.timestamp(),
        nanos: moment.timestamp_subsec_micros().cast_signed() * 1_000,
    }))
}

/// The document, field by field.
#[must_use]
pub fn write_by_hand(article: &Article, documents: &str) -> Document {
    let mut fields = HashMap::with_capacity(13);
    fields.insert("title".to_owned(), text(&article.title));
    fields.insert("body".to_owned(), text(&article.body));
    fields.insert("email".to_owned(), text(&article.email));
    fields.insert("author".to_owned(), text(article.author.as_str()));
    fields.insert("score".to_owned(), value(ValueType::IntegerValue(article.score.into())));
    fields.insert("total".to_owned(), value(ValueType::IntegerValue(article.total)));
    fields.insert("ratio".to_owned(), value(ValueType::DoubleValue(article.ratio)));
    fields.insert("active".to_owned(), value(ValueType::BooleanValue(article.active)));
    if let Some(note) = &article.note {
        fields.insert("note".to_owned(), text(note));
    }
    if let Some(rank) = article.rank {
        fields.insert("rank".to_owned(), value(ValueType::IntegerValue(rank.into())));
    }
    let values = article.tags.iter().map(|tag| text(tag)).collect();
    fields.insert("tags".to_owned(), value(ValueType::ArrayValue(ArrayValue { values })));
    fields.insert("createdAt".to_owned(), timestamp(article.created_at));
    fields.insert("updatedAt".to_owned(), timestamp(article.updated_at));
    let name = format!("{documents}/articles/{}", article.id);
    Document { name, fields, create_time: None, update_time: None }
}

/// One walk over the map.
#[must_use]
pub fn read_by_hand(document: &Document) -> Option<Article> {
    let id = DocId::parse(document.name.rsplit_once("/articles/")?.1).ok()?;
    let (mut title, mut body, mut email, mut author) = (None, None, None, None);
    let (mut score, mut total, mut ratio, mut active) = (None, None, None, None);
    let (mut note, mut rank, mut tags) = (None, None, None);
    let (mut created_at, mut updated_at) = (None, None);
    for (name, value) in &document.fields {
        let value = value.value_type.as_ref()?;
        match name.as_str() {
            "title" => title = Some(string(value)?),
            "body" => body = Some(string(value)?),
            "email" => email = Some(string(value)?),
            "author" => author = Some(Uid::from(string(value)?)),
            "score" => score = Some(i32::try_from(integer(value)?).ok()?),
            "total" => total = Some(integer(value)?),
            "ratio" => ratio = Some(double(value)?),
            "active" => active = Some(boolean(value)?),
            "note" => note = Some(string(value)?),
            "rank" => rank = Some(i32::try_from(integer(value)?).ok()?),
            "tags" => tags = Some(strings(value)?),
            "createdAt" => created_at = Some(moment(value)?),
            "updatedAt" => updated_at = Some(moment(value)?),
            _ => {}
        }
    }
    Some(Article {
        id,
        title: title?,
        body: body?,
        email: email?,
        author: author?,
        score: score?,
        total: total?,
        ratio: ratio?,
        active: active?,
        note,
        rank,
        tags: tags?,
        created_at: created_at?,
        updated_at: updated_at?,
    })
}

fn string(value: &ValueType) -> Option<String> {
    match value {
        ValueType::StringValue(text) => Some(text.clone()),
        _ => None,
    }
}

fn strings(value: &ValueType) -> Option<Vec<String>> {
    let ValueType::ArrayValue(array) = value else { return None };
    array.values.iter().map(|value| string(value.value_type.as_ref()?)).collect()
}

fn integer(value: &ValueType) -> Option<i64> {
    match value {
        ValueType::IntegerValue(number) => Some(*number),
        _ => None,
    }
}

fn double(value: &ValueType) -> Option<f64> {
    match value {
        ValueType::DoubleValue(number) => Some(*number),
        _ => None,
    }
}

fn boolean(value: &ValueType) -> Option<bool> {
    match value {
        ValueType::BooleanValue(value) => Some(*value),
        _ => None,
    }
}

fn moment(value: &ValueType) -> Option<DateTime<Utc>> {
    let ValueType::TimestampValue(moment) = value else { return None };
    DateTime::from_timestamp(moment.seconds, moment.nanos.try_into().ok()?)
}
