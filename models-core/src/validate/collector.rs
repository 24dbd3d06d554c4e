//! Where violations are collected: away from the path that valid values take.

use super::violation::{Violation, Violations};
use crate::schema::{Check, List, ModelDef, ModelRule, Node, Text, ValueRule};

/// The violations that have been found so far.
#[derive(Debug, Default)]
pub struct Collector(Vec<Violation>);

/// A position inside a list or a map.
#[derive(Clone, Copy, Debug)]
pub enum Position<'a> {
    /// An item of a list, from 0.
    Index(usize),
    /// An entry of a map.
    Key(&'a str),
}

/// Where the derive finds a field's rules: by number in the description of the
/// model, or beside the implementation where there is no description.
#[derive(Clone, Copy, Debug)]
pub enum FieldRules {
    /// A field of a model.
    Model(&'static ModelDef, usize),
    /// A field of a struct that is not a model.
    Beside(&'static str, &'static [ValueRule]),
}

impl FieldRules {
    fn get(self) -> Option<(Text, &'static [ValueRule])> {
        match self {
            Self::Model(model, field) => {
                let field = model.fields.get(field)?;
                Some((field.name.clone(), &field.rules))
            }
            Self::Beside(field, rules) => Some((Text::Borrowed(field), rules)),
        }
    }
}

impl Collector {
    /// Adds a rule of a field, by its number.
    #[cold]
    pub fn add_rule(&mut self, rules: FieldRules, rule: usize) {
        if let Some((field, rules)) = rules.get()
            && let Some(rule) = rules.get(rule)
        {
            self.push(Violation::of_value(field, Node::Static(rule)));
        }
    }

    /// Adds a rule inside `each`, `keys` or `values`, at one position.
    #[cold]
    pub fn add_inner_rule(
        &mut self,
        rules: FieldRules,
        (rule, inner): (usize, usize),
        position: Position<'_>,
    ) {
        if let Some((field, rules)) = rules.get()
            && let Some(rule) = rules.get(rule)
            && let Check::Each(rules) | Check::Keys(rules) | Check::Values(rules) = &rule.check
            && let Some(rule) = rules.get(inner)
        {
            self.push(Violation::of_value(position.inside(&field).into(), Node::Static(rule)));
        }
    }

    /// Adds a rule about several fields, by its number.
    #[cold]
    pub fn add_relation(&mut self, rules: &'static List<ModelRule>, rule: usize) {
        if let Some(rule) = rules.get(rule) {
            self.push(Violation::of_relation(Node::Static(rule)));
        }
    }

    /// Adds a violation that the application has found itself.
    pub fn push(&mut self, violation: Violation) {
        if self.0.is_empty() {
            // A form with one mistake often has several.
            self.0.reserve(8);
        }
        self.0.push(violation);
    }

    /// Collects from the value of a field: the paths begin with the field.
    pub fn inside(&mut self, field: &str, collect: impl FnOnce(&mut Self)) {
        let before = self.len();
        collect(self);
        self.prefix(before, || field.to_owned());
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Puts a prefix before the paths of all violations but the first so many.
    pub(super) fn prefix(&mut self, before: usize, prefix: impl Fn() -> String) {
        for violation in self.0.iter_mut().skip(before) {
            let mut path = prefix();
            if !violation.path.is_empty() && !violation.path.starts_with('[') {
                path.push('.');
            }
            path.push_str(&violation.path);
            violation.path = path.into();
        }
    }

    pub(super) fn into_result(self) -> Result<(), Violations> {
        if self.0.is_empty() { Ok(()) } else { Err(Violations(self.0)) }
    }
}

impl Position<'_> {
    /// `tags[3]`, `sizes.large`
    fn inside(self, field: &str) -> String {
        match self {
            Self::Index(index) => {
                // A number has at most 20 digits.
                let mut path = String::with_capacity(field.len() + 22);
                path.push_str(field);
                path.push('[');
                push_number(&mut path, index);
                path.push(']');
                path
            }
            Self::Key(key) => [field, ".", key].concat(),
        }
    }
}

/// A number, without the machinery that pads and aligns.
fn push_number(text: &mut String, number: usize) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    if let Ok(digit) = u8::try_from(number % 10) {
        text.push(char::from(b'0' + digit));
    }
}

#[cfg(test)]
mod tests {
    use super::Position;

    #[test]
    fn a_position_follows_its_field() {
        for index in [0, 9, 10, 1_234_567, usize::MAX] {
            assert_eq!(Position::Index(index).inside("tags"), format!("tags[{index}]"));
        }
        assert_eq!(Position::Key("large").inside("sizes"), "sizes.large");
    }
}
