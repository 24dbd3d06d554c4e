//! A model with a field of every type that a document keeps.

use std::collections::BTreeMap;

use backend_models::prelude::*;
use ipnetwork::IpNetwork;
use rust_decimal::Decimal;
use serde_json::Value;

/// What the things are in.
#[derive(Model, Clone, Debug)]
#[model(collection = "shelves")]
#[access(select = nobody, insert = nobody, update = nobody, delete = nobody)]
pub(crate) struct Shelf {
    #[model(id)]
    pub id: Id<Shelf>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Colour {
    Red,
    #[model(label = "dark-blue")]
    DarkBlue,
}

#[derive(ModelType, Clone, Debug, PartialEq)]
pub(crate) struct Label(pub String);

/// Every type, then most of them as options, in lists and in maps.
#[derive(Model, Clone, Debug)]
#[model(collection = "things", subcollection_of = Shelf)]
#[model(allow(string_is_bounded, reason = "a test writes them"))]
#[model(allow(collection_is_bounded, reason = "a test writes them"))]
#[access(select = nobody, insert = nobody, update = nobody, delete = nobody)]
pub(crate) struct Thing {
    #[model(id)]
    pub id: DocId<Thing>,
    #[model(parent)]
    pub shelf_id: Id<Shelf>,
    pub a_bool: bool,
    pub an_i16: i16,
    pub an_i32: i32,
    pub an_i64: i64,
    pub an_f32: f32,
    pub an_f64: f64,
    pub a_decimal: Decimal,
    pub a_text: String,
    pub a_uuid: Uuid,
    pub a_key: Id<Shelf>,
    pub a_uid: Uid,
    pub a_doc_id: DocId<Thing>,
    pub a_colour: Colour,
    pub a_label: Label,
    pub a_moment: DateTime<Utc>,
    pub a_date: NaiveDate,
    pub a_time: NaiveTime,
    pub a_span: TimeDelta,
    pub some_json: Value,
    pub some_sizes: Json<BTreeMap<String, u32>>,
    pub some_bytes: Vec<u8>,
    pub a_network: IpNetwork,
    #[model(index(flat))]
    pub a_vector: Vector<3>,
    #[model(index(flat))]
    pub a_half_vector: HalfVector<2>,
    pub a_point: GeoPoint,
    pub a_reference: DocRef<Shelf>,
    pub bools: Vec<bool>,
    pub numbers: Vec<i64>,
    pub doubles: Vec<f64>,
    pub texts: Vec<String>,
    pub colours: Vec<Colour>,
    pub labels: Vec<Label>,
    pub moments: Vec<DateTime<Utc>>,
    pub values: Vec<Value>,
    pub points: Vec<GeoPoint>,
    pub references: Vec<DocRef<Shelf>>,
    pub counts: BTreeMap<String, i32>,
    pub names: BTreeMap<String, String>,
    pub colours_by_name: BTreeMap<String, Colour>,
    pub maybe_bool: Option<bool>,
    pub maybe_number: Option<i64>,
    pub maybe_text: Option<String>,
    pub maybe_colour: Option<Colour>,
    pub maybe_label: Option<Label>,
    pub maybe_moment: Option<DateTime<Utc>>,
    pub maybe_date: Option<NaiveDate>,
    pub maybe_json: Option<Value>,
    pub maybe_bytes: Option<Vec<u8>>,
    #[model(index(flat))]
    pub maybe_vector: Option<Vector<2>>,
    pub maybe_point: Option<GeoPoint>,
    pub maybe_texts: Option<Vec<String>>,
    pub maybe_counts: Option<BTreeMap<String, i64>>,
    pub r#type: String,
    #[model(field = "renamed")]
    pub called_otherwise: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
