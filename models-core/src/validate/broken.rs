//! Where violations are gathered: away from the path that valid values take.

use super::violation::{Violation, Violations};
use super::words;
use crate::model::Model;
use crate::schema::{Check, ValueRule};

/// What was found to be broken.
#[derive(Debug, Default)]
pub struct Found(Vec<Violation>);

/// A place inside a value.
#[derive(Clone, Copy, Debug)]
pub enum At<'a> {
    /// An item of a list, from 0.
    Item(usize),
    /// An entry of a map.
    Entry(&'a str),
}

impl Found {
    /// The rule of this number of the field of this number, in the description
    /// of `M`.
    #[cold]
    pub fn rule<M: Model>(&mut self, field: usize, rule: usize) {
        let model = const { &M::MODEL };
        let Some(field) = model.fields.get(field) else { return };
        let Some(rule) = field.rules.get(rule) else { return };
        self.0.push(words::of(field.name.clone(), rule));
    }

    /// A rule inside `each`, `keys` or `values`, at one place.
    #[cold]
    pub fn part<M: Model>(&mut self, field: usize, rule: usize, part: usize, at: At<'_>) {
        let model = const { &M::MODEL };
        let Some(field) = model.fields.get(field) else { return };
        let Some(ValueRule { check, .. }) = field.rules.get(rule) else { return };
        let (Check::Each(parts) | Check::Keys(parts) | Check::Values(parts)) = check else {
            return;
        };
        let Some(rule) = parts.get(part) else { return };
        let path = match at {
            At::Item(position) => format!("{}[{position}]", field.name),
            At::Entry(key) => format!("{}.{key}", field.name),
        };
        self.0.push(words::of(path.into(), rule));
    }

    /// A rule about several fields.
    #[cold]
    pub fn relation<M: Model>(&mut self, rule: usize) {
        let model = const { &M::MODEL };
        if let Some(rule) = model.rules.get(rule) {
            self.0.push(words::of_model(rule));
        }
    }

    /// One that a function of the application has found.
    pub fn push(&mut self, violation: Violation) {
        self.0.push(violation);
    }

    pub(super) fn into_result(self) -> Result<(), Violations> {
        if self.0.is_empty() { Ok(()) } else { Err(Violations(self.0)) }
    }
}
