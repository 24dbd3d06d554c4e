//! What the derives leave to this crate: whatever depends on its features.
//!
//! The derive has no features and emits one line; here the line becomes code,
//! or nothing without `sqlx`. Every method is one call, because expanded code
//! is what a derive costs.

mod enumeration;
mod newtype;
mod row;

/// Its tokens with the feature `sqlx`, and nothing without.
#[cfg(feature = "sqlx")]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_sqlx {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Its tokens with the feature `sqlx`, and nothing without.
#[cfg(not(feature = "sqlx"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_sqlx {
    ($($tokens:tt)*) => {};
}
