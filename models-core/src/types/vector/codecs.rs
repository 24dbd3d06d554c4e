//! How vectors are stored: in columns in pgvector's binary format (`vector_send`
//! and its siblings), in documents as a map of two entries, by which Firestore
//! knows them.

use super::{BitVector, HalfVector, SparseVector, Vector};
#[cfg(feature = "firestore")]
use crate::types::document::{
    DocumentCodec, FieldError, FieldErrorKind, PathSegment, RawValue, ReadContext, ValueKind,
    ValueReader, ValueWriter,
};
#[cfg(feature = "firestore")]
use crate::types::numbers::nearest;

/// Vectors of floats, as doubles.
macro_rules! dense {
    ($($rust:ident)+) => {$(
        #[cfg(feature = "firestore")]
        impl<const N: u32> DocumentCodec for $rust<N> {
            fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
                Ok(to.vector(self.iter().copied().map(f64::from)))
            }

            fn read<R: ValueReader>(
                value: RawValue<R>,
                context: &ReadContext<'_>,
            ) -> Result<Self, FieldError> {
                Ok(Self::try_from(numbers(value, context)?)?)
            }
        }
    )+};
}

dense!(Vector HalfVector);

/// The numbers of a vector; a plain list is not one.
#[cfg(feature = "firestore")]
fn numbers<R: ValueReader>(
    value: RawValue<R>,
    context: &ReadContext<'_>,
) -> Result<Vec<f32>, FieldError> {
    let RawValue::Map(entries) = value else {
        return Err(FieldError::wrong_kind(value.kind(), ValueKind::Vector));
    };
    let not_a_vector = || FieldError::wrong_kind(ValueKind::Map, ValueKind::Vector);
    let (mut is_vector, mut numbers) = (false, None);
    for entry in entries {
        let (name, value) = entry?;
        match (name.as_ref(), value.parse()?) {
            (b"__type__", RawValue::Text(text)) => is_vector = text.as_ref() == "__vector__",
            (b"value", RawValue::Array(items)) => numbers = Some(items),
            _ => return Err(not_a_vector()),
        }
    }
    let items = numbers.filter(|_| is_vector).ok_or_else(not_a_vector)?;
    let mut list = Vec::with_capacity(items.size_hint().0);
    for item in items {
        let value = item.and_then(R::parse).and_then(|value| DocumentCodec::read(value, context));
        let value = value.and_then(|value: f64| {
            nearest(value).ok_or_else(|| {
                FieldError::out_of_range(&value, "a float of 32 bits is from -3.4e38 to 3.4e38")
            })
        });
        list.push(value.map_err(|error| error.within(PathSegment::Index(list.len())))?);
    }
    Ok(list)
}

/// Vectors that documents cannot hold; a model with one does not compile.
macro_rules! unsupported {
    ($($rust:ident)+) => {$(
        #[cfg(feature = "firestore")]
        impl<const N: u32> DocumentCodec for $rust<N> {
            fn write<W: ValueWriter>(&self, _: W) -> Result<W::Output, FieldError> {
                Err(FieldError::new(FieldErrorKind::Unsupported))
            }

            fn read<R: ValueReader>(
                _: RawValue<R>,
                _: &ReadContext<'_>,
            ) -> Result<Self, FieldError> {
                Err(FieldError::new(FieldErrorKind::Unsupported))
            }
        }
    )+};
}

unsupported!(BitVector SparseVector);

// Inferred, because pgvector may be in any schema. There are no arrays of these:
// an array has to name the type of its elements.
sqlx_type!([const N: u32] Vector<N>, crate::types::row::INFERRED);
sqlx_type!([const N: u32] HalfVector<N>, crate::types::row::INFERRED);
sqlx_type!([const N: u32] SparseVector<N>, crate::types::row::INFERRED);
sqlx_type!(
    [const N: u32] BitVector<N>,
    sqlx::postgres::PgTypeInfo::with_name("bit"),
    sqlx::postgres::PgTypeInfo::array_of("bit")
);

/// pgvector's binary format.
#[cfg(feature = "sqlx")]
mod binary {
    use std::num::TryFromIntError;

    use sqlx::encode::IsNull;
    use sqlx::error::BoxDynError;
    use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo, PgValueRef};
    use sqlx::{Encode, Postgres, TypeInfo as _};

    use crate::types::row::{self, RowCodec};
    use crate::types::vector::{half_float, wrong_length};
    use crate::types::{
        BitVector, HalfVector, ReadError, SparseVector, Vector, VectorError, VectorKind,
    };

    /// A vector as the server sends and accepts it.
    trait PgvectorFormat: Sized {
        /// The type's name, without the schema that pgvector is installed in.
        const NAME: &'static str;

        /// The vector in these bytes; `None` when their number is wrong.
        fn from_bytes(bytes: &[u8]) -> Option<Result<Self, VectorError>>;

        /// Its bytes.
        fn write(&self, buffer: &mut Vec<u8>) -> Result<(), TryFromIntError>;
    }

    /// Both directions, by [`PgvectorFormat`].
    macro_rules! by_format {
        ($($rust:ident)+) => {$(
            impl<const N: u32> RowCodec for $rust<N> {
                fn accepts(column: &PgTypeInfo) -> bool {
                    let name = column.name();
                    let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
                    row::is_unresolved(column) || name.eq_ignore_ascii_case(Self::NAME)
                }

                fn read(value: PgValueRef<'_>) -> Result<Self, ReadError> {
                    match <Self as PgvectorFormat>::from_bytes(row::binary::<Self>(&value)?) {
                        Some(vector) => Ok(vector?),
                        None => Err(ReadError::value::<Self>("its bytes are of another length".into())),
                    }
                }
            }

            impl<const N: u32> Encode<'_, Postgres> for $rust<N> {
                fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
                    PgvectorFormat::write(self, buffer)?;
                    Ok(IsNull::No)
                }
            }
        )+};
    }

    by_format!(Vector HalfVector SparseVector BitVector);

    /// Dimensions and an unused number, of 16 bits each; the numbers.
    impl<const N: u32> PgvectorFormat for Vector<N> {
        const NAME: &'static str = "vector";

        fn from_bytes(bytes: &[u8]) -> Option<Result<Self, VectorError>> {
            let (_, numbers) = bytes.split_first_chunk::<4>()?;
            let numbers: Vec<f32> =
                words(numbers)?.iter().copied().map(f32::from_be_bytes).collect();
            Some(numbers.try_into())
        }

        fn write(&self, buffer: &mut Vec<u8>) -> Result<(), TryFromIntError> {
            buffer.extend(u16::try_from(N)?.to_be_bytes());
            buffer.extend([0; 2]);
            self.iter().for_each(|number| buffer.extend(number.to_be_bytes()));
            Ok(())
        }
    }

    /// Dimensions and an unused number, of 16 bits each; the numbers.
    impl<const N: u32> PgvectorFormat for HalfVector<N> {
        const NAME: &'static str = "halfvec";

        fn from_bytes(bytes: &[u8]) -> Option<Result<Self, VectorError>> {
            let (_, numbers) = bytes.split_first_chunk::<4>()?;
            let (numbers, []) = numbers.as_chunks::<2>() else { return None };
            let number = |bytes: &[u8; 2]| half_float::from_bits(u16::from_be_bytes(*bytes));
            Some(numbers.iter().map(number).collect::<Vec<_>>().try_into())
        }

        fn write(&self, buffer: &mut Vec<u8>) -> Result<(), TryFromIntError> {
            buffer.extend(u16::try_from(N)?.to_be_bytes());
            buffer.extend([0; 2]);
            self.iter()
                .for_each(|number| buffer.extend(half_float::to_bits(*number).to_be_bytes()));
            Ok(())
        }
    }

    /// Dimensions, entries and an unused number, of 32 bits each; the indices; the
    /// numbers.
    impl<const N: u32> PgvectorFormat for SparseVector<N> {
        const NAME: &'static str = "sparsevec";

        fn from_bytes(bytes: &[u8]) -> Option<Result<Self, VectorError>> {
            let [dimensions, entries, _, rest @ ..] = words(bytes)? else { return None };
            let given = usize::try_from(u32::from_be_bytes(*dimensions)).ok()?;
            if let Some(error) = wrong_length(VectorKind::SparseVector, N, given) {
                return Some(Err(error));
            }
            let entries = usize::try_from(u32::from_be_bytes(*entries)).ok()?;
            let (indices, numbers) = rest.split_at_checked(entries)?;
            let indices = indices.iter().copied().map(u32::from_be_bytes);
            let numbers = numbers.iter().copied().map(f32::from_be_bytes);
            Some(Self::from_entries(indices.zip(numbers)))
        }

        fn write(&self, buffer: &mut Vec<u8>) -> Result<(), TryFromIntError> {
            buffer.extend(N.to_be_bytes());
            buffer.extend(u32::try_from(self.indices().len())?.to_be_bytes());
            buffer.extend([0; 4]);
            self.indices().iter().for_each(|index| buffer.extend(index.to_be_bytes()));
            self.values().iter().for_each(|number| buffer.extend(number.to_be_bytes()));
            Ok(())
        }
    }

    /// The number of bits, in 32 bits; the bits.
    impl<const N: u32> PgvectorFormat for BitVector<N> {
        const NAME: &'static str = "bit";

        fn from_bytes(bytes: &[u8]) -> Option<Result<Self, VectorError>> {
            let (length, bits) = bytes.split_first_chunk()?;
            let given = usize::try_from(u32::from_be_bytes(*length)).ok()?;
            let wrong = wrong_length(VectorKind::BitVector, N, given);
            Some(wrong.map_or_else(|| Self::from_bytes(bits), Err))
        }

        fn write(&self, buffer: &mut Vec<u8>) -> Result<(), TryFromIntError> {
            buffer.extend(N.to_be_bytes());
            buffer.extend(self.as_bytes());
            Ok(())
        }
    }

    /// Groups of four bytes; `None` when bytes are left over.
    fn words(bytes: &[u8]) -> Option<&[[u8; 4]]> {
        match bytes.as_chunks() {
            (words, []) => Some(words),
            _ => None,
        }
    }
}
