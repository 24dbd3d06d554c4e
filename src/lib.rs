#![doc = include_str!("../README.md")]

#[doc(hidden)]
pub use models_core::__private;
pub use models_core::field;
pub use models_core::{access, auth, check, firestore, model, postgres, schema, types};
#[cfg(feature = "sqlx")]
pub use models_core::{apply, refusal};
pub use models_derive::{Model, ModelEnum, ModelType};

/// Which values are valid, and everything that is wrong with others.
pub mod validate {
    pub use models_core::validate::*;
    /// `#[derive(Validate)]`: the rules of a struct that is a part of a model.
    pub use models_derive::Validate;
}

/// What a file with models needs.
pub mod prelude {
    pub use crate::access::Auth;
    pub use crate::auth;
    pub use crate::field;
    pub use crate::firestore::document::DocumentModel;
    pub use crate::model::Model;
    pub use crate::schema::Schema;
    #[cfg(feature = "json")]
    pub use crate::types::Json;
    pub use crate::types::{
        BitVector, DocId, DocRef, GeoPoint, HalfVector, Id, SparseVector, Uid, Vector,
    };
    pub use crate::validate::Validate;
    pub use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
    pub use models_derive::{Model, ModelEnum, ModelType};
    pub use uuid::Uuid;
}
