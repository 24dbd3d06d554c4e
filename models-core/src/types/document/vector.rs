//! Vectors: a map of two entries, by which Firestore knows them.

use super::scalar::nearest;
use super::{Given, Kind, Origin, Outcome, Problem, Reason, Sink, Source, Step, Stored};
use crate::types::{BitVector, HalfVector, SparseVector, Vector};

/// Vectors of floats, as doubles.
macro_rules! dense {
    ($($rust:ident)+) => {$(
        impl<const N: u32> Stored for $rust<N> {
            fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
                Ok(to.vector(self.iter().copied().map(f64::from)))
            }

            fn take<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Self> {
                Ok(Self::try_from(numbers(given, of)?)?)
            }
        }
    )+};
}

dense!(Vector HalfVector);

/// The numbers of a vector; those of a plain list are none.
fn numbers<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Vec<f32>> {
    let Given::Map(fields) = given else {
        return Err(Problem::kind(given.kind(), Kind::Vector));
    };
    let (mut is_vector, mut numbers) = (false, None);
    for field in fields {
        let (name, value) = field?;
        match (name.as_ref(), value.open()?) {
            ("__type__", Given::Text(text)) => is_vector = text.as_ref() == "__vector__",
            ("value", Given::Array(items)) => numbers = Some(items),
            _ => return Err(Problem::kind(Kind::Map, Kind::Vector)),
        }
    }
    let (true, Some(items)) = (is_vector, numbers) else {
        return Err(Problem::kind(Kind::Map, Kind::Vector));
    };
    let mut list = Vec::with_capacity(items.size_hint().0);
    for item in items {
        let at = |problem: Problem| problem.within(Step::Index(list.len()));
        let value = item.and_then(Source::open).and_then(|given| f64::take(given, of));
        let value = value.map_err(at)?;
        let number = nearest(value).ok_or_else(|| {
            at(Problem::out_of_range(&value, "a float of 32 bits is from -3.4e38 to 3.4e38"))
        })?;
        list.push(number);
    }
    Ok(list)
}

/// Vectors that no document keeps; a model with one is refused while it
/// compiles.
macro_rules! not_kept {
    ($($rust:ident)+) => {$(
        impl<const N: u32> Stored for $rust<N> {
            fn put<S: Sink>(&self, _: S) -> Outcome<S::Done> {
                Err(Problem::new(Reason::NotKept))
            }

            fn take<S: Source>(_: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
                Err(Problem::new(Reason::NotKept))
            }
        }
    )+};
}

not_kept!(BitVector SparseVector);
