//! Lists, and maps from texts.

use std::collections::BTreeMap;

use super::{Given, Kind, Origin, Outcome, Problem, Sink, Source, Step, Stored};
use crate::types::Element;

impl<T: Element> Stored for Vec<T> {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        to.array(self.iter())
    }

    fn take<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Self> {
        let Given::Array(items) = given else {
            return Err(Problem::kind(given.kind(), Kind::Array));
        };
        let mut list = Self::with_capacity(items.size_hint().0);
        for item in items {
            let loaded = item.and_then(Source::open).and_then(|given| T::load(given, of));
            list.push(loaded.map_err(|problem| problem.within(Step::Index(list.len())))?);
        }
        Ok(list)
    }
}

impl<T: Element> Stored for BTreeMap<String, T> {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        to.map(self.iter().map(|(key, value)| (key.as_str(), value)))
    }

    fn take<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Self> {
        let Given::Map(fields) = given else {
            return Err(Problem::kind(given.kind(), Kind::Map));
        };
        let mut map = Self::new();
        for field in fields {
            let (name, value) = field?;
            let name: String = name.into();
            match value.open().and_then(|given| T::load(given, of)) {
                Ok(value) => map.insert(name, value),
                Err(problem) => return Err(problem.within(Step::Key(name))),
            };
        }
        Ok(map)
    }
}
