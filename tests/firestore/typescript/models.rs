//! A model with every type that a document can hold.

#![allow(dead_code, missing_docs, unreachable_pub, reason = "only the schema is looked at")]

use std::collections::BTreeMap;

use backend_models::prelude::*;

/// Where samples are.
#[derive(Model, Clone, Debug)]
#[model(collection = "shelves")]
#[access(select = anyone, insert = service, update = nobody, delete = nobody)]
pub struct Shelf {
    #[model(id)]
    pub id: DocId<Shelf>,
    #[validate(length(max = 200))]
    pub name: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// How far it is.
#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Raw,
    #[model(label = "half-done")]
    HalfDone,
    Done,
}

/// A value of every type.
#[derive(Model, Clone, Debug)]
#[model(collection = "samples", subcollection_of = Shelf, collection_group)]
#[access(select = authenticated, insert = owner == auth.uid(), update = owner == auth.uid(), delete = nobody)]
pub struct Sample {
    #[model(id)]
    pub id: DocId<Sample>,
    #[model(parent)]
    pub shelf_id: DocId<Shelf>,
    #[model(immutable)]
    pub owner: Uid,
    pub flag: bool,
    pub small: i16,
    pub whole: i32,
    pub large: i64,
    pub single: f32,
    pub double: f64,
    pub decimal: rust_decimal::Decimal,
    #[validate(length(max = 200))]
    pub text: String,
    pub uuid: Uuid,
    pub other: DocId<Sample>,
    pub link: DocRef<Shelf>,
    pub place: GeoPoint,
    pub at: DateTime<Utc>,
    pub day: NaiveDate,
    pub time: NaiveTime,
    pub span: TimeDelta,
    pub json: serde_json::Value,
    pub bytes: Vec<u8>,
    pub network: ipnetwork::IpNetwork,
    pub stage: Stage,
    #[validate(items(max = 20), each(length(max = 30)))]
    pub tags: Vec<String>,
    #[validate(items(max = 20))]
    pub stages: Vec<Stage>,
    #[validate(items(max = 20))]
    pub scores: BTreeMap<String, i64>,
    #[validate(length(max = 200))]
    pub note: Option<String>,
    /// Written by a server.
    #[model(index(flat), server)]
    pub near: Option<Vector<3>>,
    #[model(server)]
    pub checked: Option<bool>,
    // From here on later than the first documents.
    #[model(default = 7)]
    pub level: i64,
    #[model(default = "it's \"new\"\n")]
    #[validate(length(max = 200))]
    pub title: String,
    #[model(default = Stage::HalfDone)]
    pub next: Stage,
    #[model(default = now())]
    pub seen_at: DateTime<Utc>,
    #[model(default = [])]
    #[validate(items(max = 20), each(length(max = 30)))]
    pub links: Vec<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

pub static SCHEMA: Schema = backend_models::schema![Shelf, Sample];
