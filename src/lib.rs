//! One struct: the PostgreSQL table, its policies, its checks.
//!
//! See the README for a first model.

#[doc(hidden)]
pub use models_core::__private;
pub use models_core::{access, auth, check, model, postgres, schema, types};
pub use models_derive::{Model, ModelEnum, ModelType};

/// What a file with models needs.
pub mod prelude {
    pub use crate::access::Auth;
    pub use crate::auth;
    pub use crate::model::Model;
    pub use crate::schema::Schema;
    pub use crate::types::Id;
    pub use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
    pub use models_derive::{Model, ModelEnum, ModelType};
    pub use uuid::Uuid;
}
