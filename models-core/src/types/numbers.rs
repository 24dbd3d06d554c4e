//! Booleans and numbers.
//!
//! In a document, a double may be stored as an integer: JavaScript writes 2.0
//! that way. The other way round is an error, because a fraction would be lost.
//! A number for an `f32` is rounded to the nearest one. A decimal is a text, so
//! that it is exact.

#[cfg(feature = "firestore")]
use super::document::{
    DocumentCodec, FieldError, RawValue, ReadContext, ValueKind, ValueReader, ValueWriter,
};
use crate::schema::Type;

field_type! {
    bool, Type::Bool;
    i16, Type::I16;
    i32, Type::I32;
    i64, Type::I64;
    f32, Type::F32;
    f64, Type::F64;
}

row_by_sqlx!(bool, i16, i32, i64, f32, f64);

#[cfg(feature = "firestore")]
impl DocumentCodec for bool {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.boolean(*self))
    }

    #[inline]
    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        match value {
            RawValue::Boolean(value) => Ok(value),
            other => Err(FieldError::wrong_kind(other.kind(), ValueKind::Boolean)),
        }
    }
}

#[cfg(feature = "firestore")]
impl DocumentCodec for i64 {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.integer(*self))
    }

    #[inline]
    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        match value {
            RawValue::Integer(value) => Ok(value),
            other => Err(FieldError::wrong_kind(other.kind(), ValueKind::Integer)),
        }
    }
}

/// Integers of fewer bits.
macro_rules! small_integer {
    ($($rust:ty, $limit:literal;)+) => {$(
        #[cfg(feature = "firestore")]
        impl DocumentCodec for $rust {
            fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
                Ok(to.integer(i64::from(*self)))
            }

            #[inline]
            fn read<R: ValueReader>(
                value: RawValue<R>,
                context: &ReadContext<'_>,
            ) -> Result<Self, FieldError> {
                let value = <i64 as DocumentCodec>::read(value, context)?;
                Self::try_from(value).map_err(|_| FieldError::out_of_range(&value, $limit))
            }
        }
    )+};
}

small_integer! {
    i16, "it is from -32768 to 32767";
    i32, "it is from -2147483648 to 2147483647";
}

#[cfg(feature = "firestore")]
impl DocumentCodec for f64 {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.double(*self))
    }

    #[inline]
    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        match value {
            RawValue::Double(value) => Ok(value),
            RawValue::Integer(value) => exact(value).ok_or_else(|| {
                FieldError::out_of_range(&value, "a double is exact up to 2^53 only")
            }),
            other => Err(FieldError::wrong_kind(other.kind(), ValueKind::Double)),
        }
    }
}

/// The double that equals a whole number.
#[cfg(feature = "firestore")]
#[expect(clippy::cast_precision_loss, reason = "within 2^53 there is none")]
fn exact(value: i64) -> Option<f64> {
    const MAX_EXACT: u64 = 1 << 53;
    (value.unsigned_abs() <= MAX_EXACT).then_some(value as f64)
}

#[cfg(feature = "firestore")]
impl DocumentCodec for f32 {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.double(f64::from(*self)))
    }

    #[inline]
    fn read<R: ValueReader>(
        value: RawValue<R>,
        context: &ReadContext<'_>,
    ) -> Result<Self, FieldError> {
        let value = <f64 as DocumentCodec>::read(value, context)?;
        nearest(value).ok_or_else(|| {
            FieldError::out_of_range(&value, "a float of 32 bits is from -3.4e38 to 3.4e38")
        })
    }
}

/// The nearest number of 32 bits; `None` when only that one is infinite.
#[cfg(feature = "firestore")]
#[expect(clippy::cast_possible_truncation, reason = "it rounds to the nearest")]
pub(super) fn nearest(value: f64) -> Option<f32> {
    let rounded = value as f32;
    (rounded.is_finite() || !value.is_finite()).then_some(rounded)
}

#[cfg(feature = "decimal")]
field_type! { rust_decimal::Decimal, Type::Decimal; }

#[cfg(feature = "decimal")]
row_by_sqlx!(rust_decimal::Decimal);

/// All digits of the number, zeros at the end too.
#[cfg(feature = "firestore")]
#[cfg(feature = "decimal")]
impl DocumentCodec for rust_decimal::Decimal {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.text(&self.to_string()))
    }

    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        let text = super::document::text(value)?;
        let text = text.as_ref();
        Self::from_str_exact(text)
            .map_err(|_| FieldError::malformed(text, "a decimal number of at most 28 digits"))
    }
}
