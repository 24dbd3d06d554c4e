//! What is no vector, and why.

use models_core::schema::Type;
use models_core::types::{BitVector, FieldType, HalfVector, SparseVector, Vector, VectorError};

fn says<T>(vector: Result<T, VectorError>, message: &str) {
    assert_eq!(vector.err().map(|error| error.to_string()).as_deref(), Some(message));
}

#[test]
fn the_length_is_part_of_the_type() {
    assert_eq!(Vector::<3>::TYPE, Type::Vector(3));
    assert_eq!(HalfVector::<3>::TYPE.dimensions(), Some(3));
    assert_eq!(SparseVector::<3>::DIMENSIONS, 3);
    assert_eq!(<Option<BitVector<3>>>::TYPE, Type::BitVector(3));
}

#[test]
fn another_length() {
    says(Vector::<2>::try_from(vec![]), "a Vector<2> has 2 dimensions, but 0 were given");
    says(HalfVector::<2>::try_from(vec![0.0]), "a HalfVector<2> has 2 dimensions, but 1 was given");
    let dense = SparseVector::<2>::try_from(vec![0.0; 3]);
    says(dense, "a SparseVector<2> has 2 dimensions, but 3 were given");
    says(BitVector::<2>::try_from(vec![true]), "a BitVector<2> has 2 dimensions, but 1 was given");
    says("110".parse::<BitVector<2>>(), "a BitVector<2> has 2 dimensions, but 3 were given");
    says(BitVector::<9>::from_bytes(&[0]), "a BitVector<9> has 9 dimensions, but 8 were given");
}

#[test]
fn numbers_that_nothing_is_near() {
    says(
        Vector::<2>::try_from(vec![0.0, f32::NAN]),
        "a Vector holds finite numbers, but [1] is NaN",
    );
    says(
        HalfVector::<1>::try_from(vec![f32::NEG_INFINITY]),
        "a HalfVector holds finite numbers, but [0] is -inf",
    );
    says(
        SparseVector::<9>::from_entries([(0, 1.0), (7, f32::INFINITY)]),
        "a SparseVector holds finite numbers, but [7] is inf",
    );
    says(
        HalfVector::<2>::try_from(vec![0.0, -65_520.0]),
        "a HalfVector holds numbers from -65504 to 65504, but [1] is -65520",
    );
}

#[test]
fn entries_of_a_sparse_vector() {
    says(
        SparseVector::<4>::from_entries([(4, 1.0)]),
        "a SparseVector<4> has the indices 0 to 3, but 4 was given",
    );
    says(
        SparseVector::<4>::from_entries([(1, 1.0), (0, 2.0), (1, 3.0)]),
        "a SparseVector has one number at each index, but [1] has two",
    );
    says(
        SparseVector::<16_001>::try_from(vec![1.0; 16_001]),
        "a SparseVector stores at most 16000 numbers that are not zero, but 16001 were given",
    );
    assert_eq!(
        SparseVector::<3>::try_from(vec![-0.0, 0.0, 0.0]),
        SparseVector::from_entries([(9, 0.0)])
    );
}

#[test]
fn bits_of_a_bit_vector() -> Result<(), VectorError> {
    let bits = "010000001".parse::<BitVector<9>>()?;
    assert_eq!(bits.as_bytes(), [0b0100_0000, 0b1000_0000]);
    // What is left of the last byte does not count.
    assert_eq!(BitVector::from_bytes(&[0b0100_0000, 0xff])?, bits);
    assert_eq!(bits.bits().filter(|bit| *bit).count(), 2);
    says("12".parse::<BitVector<2>>(), "a BitVector is written in 0 and 1, but [1] is '2'");
    Ok(())
}
