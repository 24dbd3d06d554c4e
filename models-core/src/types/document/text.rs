//! What is stored as a text, so that it is exact: ids, UUIDs, decimals,
//! networks.

use uuid::Uuid;

use super::{Given, Kind, Origin, Outcome, Problem, Sink, Source, Stored};
use crate::types::{DocId, Id, Uid};

/// The text that is there.
pub(super) fn text<S: Source>(given: Given<S>) -> Outcome<S::Text> {
    match given {
        Given::Text(text) => Ok(text),
        other => Err(Problem::kind(other.kind(), Kind::String)),
    }
}

impl Stored for Uid {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.text(self.as_str()))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        text(given).map(|text| Self::from(text.into()))
    }
}

impl<M: ?Sized> Stored for DocId<M> {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.text(self.as_str()))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        let text = text(given)?;
        let text: String = text.into();
        Self::parse(text).map_err(|error| Problem::malformed(error.text(), "the id of a document"))
    }
}

/// Small letters and hyphens. Capitals are read as well, and nothing else.
impl Stored for Uuid {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.text(self.hyphenated().encode_lower(&mut Self::encode_buffer())))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        const LETTERS: usize = uuid::fmt::Hyphenated::LENGTH;
        let text = text(given)?;
        let text = text.as_ref();
        let uuid = Self::try_parse(text).ok().filter(|_| text.len() == LETTERS);
        uuid.ok_or_else(|| Problem::malformed(text, "a UUID with hyphens"))
    }
}

impl<M: ?Sized> Stored for Id<M> {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        self.uuid().put(to)
    }

    fn take<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Self> {
        Uuid::take(given, of).map(Self::from_uuid)
    }
}

/// All digits that it has, zeros at the end too.
#[cfg(feature = "decimal")]
impl Stored for rust_decimal::Decimal {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.text(&self.to_string()))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        let text = text(given)?;
        let text = text.as_ref();
        Self::from_str_exact(text)
            .map_err(|_| Problem::malformed(text, "a decimal number of at most 28 digits"))
    }
}

#[cfg(feature = "ipnetwork")]
impl Stored for ipnetwork::IpNetwork {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.text(&self.to_string()))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        let text = text(given)?;
        let text = text.as_ref();
        text.parse().map_err(|_| Problem::malformed(text, "a network, such as 10.0.0.0/8"))
    }
}
