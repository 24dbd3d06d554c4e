#![doc = include_str!("../README.md")]

#[doc(hidden)]
pub use models_core::__private;
pub use models_core::{access, auth, postgres, schema, types};
#[cfg(feature = "firestore")]
pub use models_core::{field, firestore};
pub use models_derive::{Model, ModelEnum, ModelType};

/// The traits that `#[derive(Model)]` implements.
pub mod model {
    pub use models_core::__private::check::References;
    pub use models_core::model::{Model, Parent};
}

/// Running a script in one transaction.
#[cfg(feature = "sqlx")]
pub mod apply {
    pub use models_core::apply::{ApplyError, At, Options, Timeout, apply, connect};
}

/// Which model, fields and rule an error of PostgreSQL is about.
#[cfg(feature = "sqlx")]
pub mod refusal {
    pub use models_core::refusal::{Refusal, explain};
}

/// Which values are valid, and everything that is wrong with a value.
pub mod validate {
    pub use models_core::validate::{Collector, EMAIL, URL, Validate, Violation, Violations};
    // What a rule needs of a type: the compiler names them in its errors.
    pub use models_core::validate::{
        DateLimit, HasItems, HasLength, HasRange, HasText, IsList, IsMap, TimestampLimit,
    };
    /// The rules of a struct that is part of a model, stored as JSON.
    ///
    /// Its fields take the same rules as those of a model. The field of the model
    /// that holds it has `#[validate(nested)]`. Only Rust checks the rules.
    ///
    /// ```
    /// use backend_models::validate::Validate;
    ///
    /// #[derive(Validate)]
    /// #[validate(largest >= smallest)]
    /// struct Sizes {
    ///     #[validate(range(min = 1, max = 50))]
    ///     smallest: i32,
    ///     largest: i32,
    ///     #[validate(each(length(max = 3)))]
    ///     units: Vec<String>,
    /// }
    ///
    /// let sizes = Sizes { smallest: 5, largest: 3, units: vec!["inch".to_owned()] };
    /// let violations = sizes.validate().unwrap_err();
    /// assert_eq!(
    ///     violations.to_string(),
    ///     "`units[0]` must have at most 3 characters; the values do not fit together",
    /// );
    /// ```
    pub use models_derive::Validate;
}

/// What a file with models needs.
pub mod prelude {
    pub use crate::access::Auth;
    pub use crate::auth;
    pub use crate::model::Model;
    pub use crate::schema::Schema;
    #[cfg(feature = "json")]
    pub use crate::types::Json;
    pub use crate::types::{
        BitVector, DocId, DocRef, GeoPoint, HalfVector, Id, Range, SparseVector, Uid, Vector,
    };
    pub use crate::validate::Validate;
    #[cfg(feature = "firestore")]
    pub use crate::{field, firestore::document::DocumentModel};
    pub use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
    pub use models_derive::{Model, ModelEnum, ModelType};
    pub use uuid::Uuid;
}
