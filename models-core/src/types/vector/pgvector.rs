//! To and from the types of the `pgvector` crate, for programs that use it
//! beside this one.

use pgvector::{
    Bit, HalfVector as PgHalfVector, SparseVector as PgSparseVector, Vector as PgVector,
};

use super::{BitVector, HalfVector, SparseVector, Vector, VectorError, VectorKind};

impl<const N: u32> From<Vector<N>> for PgVector {
    fn from(vector: Vector<N>) -> Self {
        Vec::from(vector).into()
    }
}

impl<const N: u32> TryFrom<PgVector> for Vector<N> {
    type Error = VectorError;

    fn try_from(vector: PgVector) -> Result<Self, VectorError> {
        Vec::from(vector).try_into()
    }
}

impl<const N: u32> From<HalfVector<N>> for PgHalfVector {
    fn from(vector: HalfVector<N>) -> Self {
        Self::from_f32_slice(&vector)
    }
}

impl<const N: u32> TryFrom<PgHalfVector> for HalfVector<N> {
    type Error = VectorError;

    fn try_from(vector: PgHalfVector) -> Result<Self, VectorError> {
        let values: Vec<f32> = vector.as_slice().iter().map(|value| value.to_f32()).collect();
        values.try_into()
    }
}

impl<const N: u32> From<SparseVector<N>> for PgSparseVector {
    fn from(vector: SparseVector<N>) -> Self {
        let signed = |index: u32| i32::try_from(index).unwrap_or(i32::MAX);
        let indices: Vec<i32> = vector.indices().iter().copied().map(signed).collect();
        Self::from_map(indices.iter().zip(vector.values()), signed(N))
    }
}

impl<const N: u32> TryFrom<PgSparseVector> for SparseVector<N> {
    type Error = VectorError;

    fn try_from(vector: PgSparseVector) -> Result<Self, VectorError> {
        let given = usize::try_from(vector.dimensions()).unwrap_or_default();
        if let Some(error) = super::wrong_length(VectorKind::SparseVector, N, given) {
            return Err(error);
        }
        let indices = vector.indices().iter().map(|index| u32::try_from(*index).unwrap_or(N));
        Self::from_entries(indices.zip(vector.values().iter().copied()))
    }
}

impl<const N: u32> From<BitVector<N>> for Bit {
    fn from(vector: BitVector<N>) -> Self {
        Self::new(&vector.bits().collect::<Vec<_>>())
    }
}

impl<const N: u32> TryFrom<Bit> for BitVector<N> {
    type Error = VectorError;

    fn try_from(bits: Bit) -> Result<Self, VectorError> {
        match super::wrong_length(VectorKind::BitVector, N, bits.len()) {
            Some(error) => Err(error),
            None => Self::from_bytes(bits.as_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bit, PgHalfVector, PgSparseVector, PgVector};
    use super::{BitVector, HalfVector, SparseVector, Vector, VectorError};

    #[test]
    fn there_and_back() -> Result<(), VectorError> {
        let values = vec![0.5, 0.0, -2.0];
        let dense = Vector::<3>::try_from(values.clone())?;
        assert_eq!(dense, PgVector::from(dense.clone()).try_into()?);
        let half = HalfVector::<3>::try_from(values.clone())?;
        assert_eq!(half, PgHalfVector::from(half.clone()).try_into()?);
        let sparse = SparseVector::<3>::try_from(values)?;
        assert_eq!(sparse, PgSparseVector::from(sparse.clone()).try_into()?);
        let bits = "010000011".parse::<BitVector<9>>()?;
        assert_eq!(bits, Bit::from(bits.clone()).try_into()?);
        Ok(())
    }

    #[test]
    fn another_length_is_refused() {
        assert!(Vector::<2>::try_from(PgVector::from(vec![1.0])).is_err());
        assert!(SparseVector::<2>::try_from(PgSparseVector::from_dense(&[1.0])).is_err());
        assert!(BitVector::<9>::try_from(Bit::new(&[true; 10])).is_err());
    }
}
