//! Rows for every rule: what a field may hold, and how the server is told.

use std::fmt::{Debug, Write as _};

use backend_models::model::Model;
use backend_models::types::Id;
use backend_models::validate::Validate;
use serde_json::{Map, Value, json};

/// Numbers to choose by.
pub(super) type Pick<'p> = &'p mut dyn FnMut(usize) -> usize;

/// A type of fields.
pub(super) trait Kind: Clone {
    /// Values around all ends, in whatever field they stand.
    fn pool() -> Vec<Self>;

    /// The value as `jsonb_populate_record` reads it.
    fn shown(&self) -> Value;

    /// Any value.
    fn any(pick: Pick<'_>) -> Self {
        let pool = Self::pool();
        pool[pick(pool.len())].clone()
    }
}

/// A model whose columns are written by name.
pub(super) trait Row: Model + Validate + Clone + Debug {
    /// The value of each column, besides the key and the moments.
    fn values(&self) -> Map<String, Value>;

    /// This row with another value in one field, for each value there is.
    fn changed(&self) -> Vec<Self>;

    /// This row with any values in some fields.
    fn mixed(&self, pick: Pick<'_>) -> Self;
}

/// A model with a key and both moments, and [`Row`] for it. Its derive stands
/// where its rules do, so that both mean the same `self`.
macro_rules! row {
    (
        $(#[$($attribute:tt)*])*
        struct $Name:ident { $($(#[$($rule:tt)*])* $field:ident: [$($kind:tt)+],)+ }
    ) => {
        $(#[$($attribute)*])*
        #[access(select = anyone, insert = service, update = service, delete = service)]
        pub(super) struct $Name {
            #[model(id)]
            pub(super) id: backend_models::types::Id<$Name>,
            $($(#[$($rule)*])* pub(super) $field: $($kind)+,)+
            pub(super) created_at: backend_models::prelude::DateTime<backend_models::prelude::Utc>,
            pub(super) updated_at: backend_models::prelude::DateTime<backend_models::prelude::Utc>,
        }

        impl $crate::values::row::Row for $Name {
            fn values(&self) -> serde_json::Map<String, serde_json::Value> {
                let shown = [$(
                    (stringify!($field), $crate::values::row::Kind::shown(&self.$field)),
                )+];
                shown.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
            }

            fn changed(&self) -> Vec<Self> {
                let mut rows = Vec::new();
                $(for value in <$($kind)+ as $crate::values::row::Kind>::pool() {
                    rows.push(Self { $field: value, ..self.clone() });
                })+
                rows
            }

            fn mixed(&self, pick: $crate::values::row::Pick<'_>) -> Self {
                let mut row = self.clone();
                $(if pick(6) == 0 {
                    row.$field = $crate::values::row::Kind::any(&mut *pick);
                })+
                row
            }
        }
    };
}

pub(super) use row;

impl<T: Kind> Kind for Option<T> {
    fn pool() -> Vec<Self> {
        T::pool().into_iter().map(Some).chain([None]).collect()
    }

    fn shown(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::shown)
    }

    fn any(pick: Pick<'_>) -> Self {
        if pick(4) == 0 { None } else { Some(T::any(pick)) }
    }
}

macro_rules! number {
    ($($rust:ty: $pool:expr;)+) => {$(
        impl Kind for $rust {
            fn pool() -> Vec<Self> {
                $pool.to_vec()
            }

            fn shown(&self) -> Value {
                json!(self.to_string())
            }
        }
    )+};
}

number! {
    bool: [true, false];
    i16: [i16::MIN, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, i16::MAX];
    i32: [i32::MIN, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, i32::MAX];
    i64: [
        i64::MIN, i64::MIN + 1, -6, -5, -4, -3, -1, 0, 1, 4, 5, 6, 7, 9_007_199_254_740_991,
        9_007_199_254_740_992, 9_007_199_254_740_993, 9_007_199_254_740_994, i64::MAX - 1, i64::MAX,
    ];
    f32: [
        f32::MIN, -5.0, -0.1, -0.0, 0.0, f32::MIN_POSITIVE, 0.1, 0.100_000_01, 0.099_999_99, 0.25,
        1.5, 5.0, 5.000_000_5, 16_777_216.0, f32::MAX, f32::INFINITY, f32::NEG_INFINITY, f32::NAN,
    ];
    f64: [
        f64::MIN, -5.0, -0.1, -0.0, 0.0, f64::MIN_POSITIVE, 0.1, 0.100_000_000_000_000_02, 0.3,
        0.1 + 0.2, 1.5, 5.0, 9_007_199_254_740_992.0, 9_007_199_254_740_994.0, f64::MAX,
        f64::INFINITY, f64::NEG_INFINITY, f64::NAN,
    ];
}

impl Kind for rust_decimal::Decimal {
    fn pool() -> Vec<Self> {
        let texts = [
            "-79228162514264337593543950335",
            "-5",
            "-0.1",
            "0",
            "0.09999999999999999999999",
            "0.1",
            "0.1000000000000000000000001",
            "0.10",
            "1.5",
            "4.99",
            "5",
            "5.00",
            "5.01",
            "79228162514264337593543950335",
        ];
        texts.map(|text| text.parse().unwrap()).to_vec()
    }

    fn shown(&self) -> Value {
        json!(self.to_string())
    }
}

impl Kind for Vec<u8> {
    fn pool() -> Vec<Self> {
        (0..6).flat_map(|length| [vec![0; length], vec![0xff; length]]).collect()
    }

    fn shown(&self) -> Value {
        let mut text = String::from("\\x");
        for byte in self {
            write!(text, "{byte:02x}").unwrap();
        }
        json!(text)
    }
}

impl<T: Kind> Kind for Vec<T> {
    fn pool() -> Vec<Self> {
        let pool = T::pool();
        let alone = pool.iter().map(|item| vec![item.clone()]);
        let twice = pool.iter().map(|item| vec![pool[0].clone(), item.clone()]);
        let many = (0..6).map(|length| vec![pool[pool.len() / 2].clone(); length]);
        alone.chain(twice).chain(many).collect()
    }

    fn shown(&self) -> Value {
        self.iter().map(T::shown).collect()
    }

    fn any(pick: Pick<'_>) -> Self {
        (0..pick(6)).map(|_| T::any(&mut *pick)).collect()
    }
}

/// A key of a row that is never written.
pub(super) fn key<M>() -> Id<M> {
    Id::from_uuid(uuid::Uuid::nil())
}
