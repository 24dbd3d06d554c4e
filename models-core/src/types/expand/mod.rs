//! What the derives leave to this crate: whatever depends on its features.
//!
//! The derive has no features: it emits the same tokens for every build, and a
//! macro here passes them on or drops them. Every method is one call, because
//! expanded code is what a derive costs.

mod document;
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

/// Its tokens with the feature `firestore`, and nothing without.
#[cfg(feature = "firestore")]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_firestore {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Its tokens with the feature `firestore`, and nothing without.
#[cfg(not(feature = "firestore"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_firestore {
    ($($tokens:tt)*) => {};
}

/// The implementation of `DocumentModel`. Without the feature `firestore` it is
/// the error in front, whose tokens stand at the key `collection`.
#[cfg(feature = "firestore")]
#[doc(hidden)]
#[macro_export]
macro_rules! __document_model {
    ({ $($without:tt)* } $($tokens:tt)*) => { $($tokens)* };
}

/// The implementation of `DocumentModel`. Without the feature `firestore` it is
/// the error in front, whose tokens stand at the key `collection`.
#[cfg(not(feature = "firestore"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __document_model {
    ({ $($without:tt)* } $($tokens:tt)*) => { $($without)* };
}
