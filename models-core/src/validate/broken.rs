//! Where violations are gathered: away from the path that valid values take.

use super::violation::{Violation, Violations};
use super::words;
use crate::model::Model;
use crate::schema::{Check, ModelRule, Text, ValueRule};

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

    /// A rule of a field of a struct that is no model.
    #[cold]
    pub fn own(&mut self, field: &'static str, rules: &'static [ValueRule], rule: usize) {
        if let Some(rule) = rules.get(rule) {
            self.0.push(words::of(Text::Borrowed(field), rule));
        }
    }

    /// A rule inside `each`, `keys` or `values`, at one place.
    #[cold]
    pub fn part<M: Model>(&mut self, field: usize, rule: usize, part: usize, at: At<'_>) {
        let model = const { &M::MODEL };
        let Some(field) = model.fields.get(field) else { return };
        self.inner(&field.name, &field.rules, (rule, part), at);
    }

    /// The same, of a struct that is no model.
    #[cold]
    pub fn own_part(
        &mut self,
        field: &'static str,
        rules: &'static [ValueRule],
        rule: usize,
        part: usize,
        at: At<'_>,
    ) {
        self.inner(field, rules, (rule, part), at);
    }

    fn inner(&mut self, field: &str, rules: &[ValueRule], rule: (usize, usize), at: At<'_>) {
        let (rule, part) = rule;
        let Some(ValueRule { check, .. }) = rules.get(rule) else { return };
        let (Check::Each(parts) | Check::Keys(parts) | Check::Values(parts)) = check else {
            return;
        };
        let Some(rule) = parts.get(part) else { return };
        let path = match at {
            At::Item(position) => format!("{field}[{position}]"),
            At::Entry(key) => format!("{field}.{key}"),
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

    /// The same, of a struct that is no model.
    #[cold]
    pub fn own_relation(&mut self, rules: &'static [ModelRule], rule: usize) {
        self.0.extend(rules.get(rule).map(words::of_model));
    }

    /// What the value of a field says itself: its paths begin with the field.
    pub fn inside(&mut self, field: &str, find: impl FnOnce(&mut Self)) {
        let before = self.count();
        find(self);
        self.place(before, || field.to_owned());
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Says where that is which was found since there were so many.
    pub(super) fn place(&mut self, before: usize, place: impl Fn() -> String) {
        for violation in self.0.iter_mut().skip(before) {
            let inner = std::mem::take(&mut violation.path);
            let mut path = place();
            if !inner.is_empty() && !inner.starts_with('[') {
                path.push('.');
            }
            path.push_str(&inner);
            violation.path = path.into();
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
