//! Vectors, in pgvector's binary format (`vector_send` and its siblings).

use std::num::TryFromIntError;

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo, PgValueRef};
use sqlx::{Encode, Postgres, TypeInfo as _};

use super::native::native;
use super::{INFERRED, ReadError, binary, unresolved};
use crate::types::vector::{half_float, wrong_length};
use crate::types::{
    BitVector, FieldType, HalfVector, SparseVector, Vector, VectorError, VectorKind,
};

/// A vector as the server sends and takes it.
pub(crate) trait Wire: FieldType {
    /// The type's name, without the schema that pgvector is installed in.
    const NAME: &'static str;

    /// The vector in these bytes, or nothing when they are none.
    fn from_bytes(bytes: &[u8]) -> Option<Result<Self, VectorError>>;

    /// Its bytes.
    fn write(&self, buffer: &mut Vec<u8>) -> Result<(), TryFromIntError>;
}

/// The type of this name, in whatever schema.
pub(crate) fn accepts<T: Wire>(kind: &PgTypeInfo) -> bool {
    let name = kind.name();
    let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
    unresolved(kind) || name.eq_ignore_ascii_case(T::NAME)
}

/// The vector, when it is as long as its type says.
#[expect(clippy::needless_pass_by_value, reason = "the form of its siblings")]
pub(crate) fn read<T: Wire>(value: PgValueRef<'_>) -> Result<T, ReadError> {
    match T::from_bytes(binary::<T>(&value)?) {
        Some(vector) => Ok(vector?),
        None => Err(ReadError::value::<T>("its bytes are of another length".into())),
    }
}

// Inferred, because pgvector may be in any schema. No arrays of these: an array
// names the kind of its elements.
native!([const N: u32] Vector<N>, INFERRED);
native!([const N: u32] HalfVector<N>, INFERRED);
native!([const N: u32] SparseVector<N>, INFERRED);
native!([const N: u32] BitVector<N>, PgTypeInfo::with_name("bit"), PgTypeInfo::array_of("bit"));

/// Writing, by [`Wire`].
macro_rules! encode {
    ($($rust:ident)+) => {$(
        impl<const N: u32> Encode<'_, Postgres> for $rust<N> {
            fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
                self.write(buffer)?;
                Ok(IsNull::No)
            }
        }
    )+};
}

encode!(Vector HalfVector SparseVector BitVector);

/// Dimensions and an unused number, of 16 bits each; the numbers.
impl<const N: u32> Wire for Vector<N> {
    const NAME: &'static str = "vector";

    fn from_bytes(bytes: &[u8]) -> Option<Result<Self, VectorError>> {
        let (_, numbers) = bytes.split_first_chunk::<4>()?;
        let numbers: Vec<f32> = words(numbers)?.iter().copied().map(f32::from_be_bytes).collect();
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
impl<const N: u32> Wire for HalfVector<N> {
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
        self.iter().for_each(|number| buffer.extend(half_float::to_bits(*number).to_be_bytes()));
        Ok(())
    }
}

/// Dimensions, entries and an unused number, of 32 bits each; the indices; the
/// numbers.
impl<const N: u32> Wire for SparseVector<N> {
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
impl<const N: u32> Wire for BitVector<N> {
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

/// Four bytes each, without a rest.
fn words(bytes: &[u8]) -> Option<&[[u8; 4]]> {
    match bytes.as_chunks() {
        (words, []) => Some(words),
        _ => None,
    }
}
