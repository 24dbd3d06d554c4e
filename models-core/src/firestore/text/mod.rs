//! Texts in other languages: quotes, and the layout of JSON.

pub(crate) mod json;
pub(crate) mod quote;
