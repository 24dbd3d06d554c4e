//! Rules on lists, on their items, and on bytes.

use backend_models::prelude::*;
use rust_decimal::Decimal;

use super::row::{key, row};
use super::texts::Handle;

row! {
    #[derive(Model, Clone, Debug)]
    #[model(table = "lists")]
    struct Lists {
        #[validate(items(min = 1, max = 3), each(length(max = 3), not_blank))]
        texts: [Vec<String>],
        #[validate(items(max = 4), each(starts_with = "é'\\", length(max = 5)))]
        texts_maybe: [Option<Vec<String>>],
        #[validate(items(equal = 2), each(range(min = -3, max = 5), multiple_of = 1))]
        wholes: [Vec<i32>],
        #[validate(items(max = 4), each(finite, range(max = 5)))]
        floats: [Option<Vec<f64>>],
        #[validate(items(max = 4), each(one_of(0.1, 0.25)))]
        narrows: [Vec<f32>],
        #[validate(items(max = 4), each(range(below = 5)))]
        decimals: [Option<Vec<Decimal>>],
        #[validate(items(max = 4), each(one_of("it's", "a\\b"), ascii))]
        options: [Vec<String>],
        #[validate(items(max = 4), each(pattern = "(?:ab|é🦀)*'?", length(max = 9)))]
        patterns: [Vec<String>],
        #[validate(items(max = 4), each(length(min = 2, max = 2)))]
        handles: [Option<Vec<Handle>>],
        #[validate(length(min = 2, max = 4))]
        bytes: [Vec<u8>],
        #[validate(length(equal = 3))]
        bytes_maybe: [Option<Vec<u8>>],
    }
}

/// A row that breaks no rule.
pub(super) fn lists() -> Lists {
    Lists {
        id: key(),
        texts: vec!["a".to_owned()],
        texts_maybe: None,
        wholes: vec![1, 2],
        floats: None,
        narrows: vec![0.25],
        decimals: None,
        options: Vec::new(),
        patterns: Vec::new(),
        handles: None,
        bytes: vec![0; 3],
        bytes_maybe: None,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    }
}
