//! Values as data: what they look like, and that broken ones are refused.

use models_core::types::{BitVector, HalfVector, Id, Json, SparseVector, Vector};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, from_value, json, to_value};

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

fn looks_like<T>(value: &T, data: Value) -> Result
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    assert_eq!(to_value(value)?, data);
    assert_eq!(&from_value::<T>(data)?, value);
    Ok(())
}

#[test]
fn there_and_back() -> Result {
    let id = Id::<str>::new();
    looks_like(&id, json!(id.to_string()))?;
    looks_like(&Json(vec![1, 2]), json!([1, 2]))?;
    looks_like(&Vector::<2>::try_from(vec![0.5, -1.0])?, json!([0.5, -1.0]))?;
    looks_like(&HalfVector::<2>::try_from(vec![0.5, -1.0])?, json!([0.5, -1.0]))?;
    looks_like(&SparseVector::<9>::from_entries([(8, 0.5)])?, json!([[8, 0.5]]))?;
    looks_like(&"101".parse::<BitVector<3>>()?, json!("101"))
}

#[test]
fn another_length_is_refused() {
    assert!(from_value::<Vector<2>>(json!([1.0])).is_err());
    assert!(from_value::<HalfVector<2>>(json!([1.0, 1e9])).is_err());
    assert!(from_value::<SparseVector<2>>(json!([[2, 1.0]])).is_err());
    assert!(from_value::<BitVector<2>>(json!("12")).is_err());
}
