//! Rules on numbers.

use backend_models::prelude::*;
use rust_decimal::Decimal;

use super::row::{key, row};

row! {
    #[derive(Model, Clone, Debug)]
    #[model(table = "numbers")]
    struct Numbers {
        #[validate(range(min = -3, max = 5))]
        small: [i16],
        #[validate(range(above = -3, below = 5))]
        small_maybe: [Option<i16>],
        #[validate(range(min = -3), multiple_of = 3)]
        middle: [i32],
        #[validate(one_of(-5, 0, 7, 100000))]
        one: [Option<i32>],
        #[validate(range(max = 9007199254740993))]
        large: [i64],
        #[validate(range(above = -9223372036854775808), multiple_of = 7)]
        large_maybe: [Option<i64>],
        #[validate(one_of(1, 9007199254740993))]
        large_one: [Option<i64>],
        #[validate(range(min = 0.1, max = 5))]
        narrow: [f32],
        #[validate(range(above = 0.1, below = 16777217))]
        narrow_maybe: [Option<f32>],
        #[validate(one_of(0.1, 0.25, 5))]
        narrow_one: [Option<f32>],
        #[validate(finite)]
        narrow_finite: [f32],
        #[validate(range(min = -0.1))]
        wide: [f64],
        #[validate(range(max = 9007199254740993))]
        wide_maybe: [Option<f64>],
        #[validate(one_of(0.1, 0.3, 5))]
        wide_one: [Option<f64>],
        #[validate(finite)]
        wide_finite: [Option<f64>],
        #[validate(range(min = 0.1, max = 5))]
        exact: [Decimal],
        #[validate(range(above = -5, below = 4.99))]
        exact_maybe: [Option<Decimal>],
        #[validate(one_of(0.1, 5))]
        exact_one: [Option<Decimal>],
        #[validate(one_of(true))]
        agreed: [Option<bool>],
    }
}

/// A row that breaks no rule.
pub(super) fn numbers() -> Numbers {
    Numbers {
        id: key(),
        small: 0,
        small_maybe: None,
        middle: 0,
        one: None,
        large: 0,
        large_maybe: None,
        large_one: None,
        narrow: 1.5,
        narrow_maybe: None,
        narrow_one: None,
        narrow_finite: 0.0,
        wide: 0.0,
        wide_maybe: None,
        wide_one: None,
        wide_finite: None,
        exact: Decimal::ONE,
        exact_maybe: None,
        exact_one: None,
        agreed: None,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    }
}
