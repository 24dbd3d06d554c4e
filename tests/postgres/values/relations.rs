//! Relations between the fields of one row.

use backend_models::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::row::{Kind, key, row};

/// What an offer is.
#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// For nothing.
    Free,
    /// For its price.
    Paid,
}

/// A remark, of which there are few.
#[derive(ModelType, Clone, Debug, PartialEq, Eq)]
pub(super) struct Note(String);

row! {
    #[derive(Model, Clone, Debug)]
    #[model(table = "offers")]
    #[validate(ends_at > starts_at, code = "ends_after_start")]
    #[validate(sort != Sort::Paid || price.is_some(), code = "paid_has_price")]
    #[validate(!(low > high), code = "low_to_high")]
    #[validate(low == high && low.is_some() || note.is_none() || note != "both", code = "both_or_none")]
    #[validate(!(ratio in [0.1, 0.25]), code = "no_round_ratio")]
    #[validate(low in [1, 2, 3] || high >= 0, code = "some_of_both")]
    struct Offers {
        starts_at: [Option<DateTime<Utc>>],
        ends_at: [Option<DateTime<Utc>>],
        sort: [Option<Sort>],
        price: [Option<Decimal>],
        low: [Option<i32>],
        high: [Option<i64>],
        ratio: [Option<f32>],
        #[validate(length(max = 4))]
        note: [Option<Note>],
    }
}

/// A row that breaks no rule.
pub(super) fn offers() -> Offers {
    Offers {
        id: key(),
        starts_at: None,
        ends_at: None,
        sort: None,
        price: None,
        low: None,
        high: None,
        ratio: None,
        note: None,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    }
}

impl Kind for Sort {
    fn pool() -> Vec<Self> {
        vec![Self::Free, Self::Paid]
    }

    fn shown(&self) -> Value {
        json!(match self {
            Self::Free => "free",
            Self::Paid => "paid",
        })
    }
}

impl Kind for Note {
    fn pool() -> Vec<Self> {
        ["", "both", "Both", "BOTH ", "\u{301}"].map(|text| Self(text.to_owned())).to_vec()
    }

    fn shown(&self) -> Value {
        json!(self.0)
    }
}
