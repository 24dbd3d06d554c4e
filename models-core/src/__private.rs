//! What the expansions of the derives name. No part of the interface: the
//! derive is pinned to the version of this crate.

pub use core::result::Result::Ok;

#[cfg(feature = "sqlx")]
mod with_sqlx {
    pub use sqlx::postgres::{
        PgArgumentBuffer, PgHasArrayType, PgRow, PgTypeInfo, PgValueRef, Postgres,
    };
    pub use sqlx::{Decode, Encode, FromRow, Type};

    pub use crate::types::wire::{decode, label, list};

    /// What reading a row gives.
    pub type Row<T> = Result<T, sqlx::Error>;
    /// What reading a field gives.
    pub type Read<T> = Result<T, crate::types::wire::ReadError>;
    /// What reading a value gives.
    pub type Decoded<T> = Result<T, sqlx::error::BoxDynError>;
    /// What writing a value gives.
    pub type Write = Decoded<sqlx::encode::IsNull>;
}

#[cfg(feature = "sqlx")]
pub use with_sqlx::*;
