//! What evaluating an expression costs: the table of `docs/firestore-costs.md`.
//!
//! It is the worst case: nothing is cut short.

use std::collections::BTreeSet;

use super::{Expression, Segment, is_identifier};

impl Expression<'_> {
    /// Expressions that are evaluated at most.
    pub(crate) fn cost(&self) -> u32 {
        let parts: u32 = self.parts().map(Self::cost).sum();
        parts
            + match self {
                Self::Int(int) => 1 + u32::from(*int < 0),
                Self::Float(float) => 1 + u32::from(float.is_sign_negative()),
                Self::Member(_, name) => 1 + u32::from(!is_identifier(name)),
                Self::Own(function, _) => 1 + function.cost,
                // The name is an argument, the default is a part.
                Self::Is(..) | Self::Item(..) => 2,
                Self::And(parts) | Self::Or(parts) => 2 * joints(parts),
                Self::If(parts) => {
                    // One of the two is evaluated.
                    let [_, one, other] = &**parts;
                    (2 + one.cost()).max(4 + other.cost()) - one.cost() - other.cost()
                }
                // Its own, those of its two first names, and the database's.
                Self::Path(path) => {
                    let is_plain = |segment: &&Segment<'_>| matches!(segment, Segment::Plain(_));
                    4 + count(path.segments.iter().filter(is_plain).count())
                }
                Self::Raw(text) => words(text),
                Self::Bool(_)
                | Self::Null
                | Self::Text(_)
                | Self::NoBytes
                | Self::NoMap
                | Self::Name(_)
                | Self::List(_)
                | Self::Call(..)
                | Self::Method(..)
                | Self::Binary(..)
                | Self::Not(_) => 1,
            }
    }

    /// The functions of the file that it calls, and those that they call.
    pub(crate) fn calls(&self) -> BTreeSet<&str> {
        let mut calls: BTreeSet<&str> = self.parts().flat_map(Self::calls).collect();
        if let Self::Own(function, _) = self {
            calls.insert(&function.name);
            calls.extend(function.body.calls());
        }
        calls
    }

    /// The documents that it reads, each by its path and by what the
    /// parameters in it stand for: what is read twice counts once.
    pub(crate) fn reads(&self) -> BTreeSet<String> {
        let mut reads = BTreeSet::new();
        self.collect_reads("", &mut reads);
        reads
    }

    fn collect_reads(&self, arguments: &str, reads: &mut BTreeSet<String>) {
        match self {
            Self::Own(function, given) => {
                let given: Vec<String> = given.iter().map(ToString::to_string).collect();
                function.body.collect_reads(&given.join(", "), reads);
            }
            Self::Path(path) => {
                let of = if self.has_a_parameter() { arguments } else { "" };
                reads.insert(format!("{path} {of}"));
            }
            other => other.parts().for_each(|part| part.collect_reads(arguments, reads)),
        }
    }

    pub(crate) fn has_a_parameter(&self) -> bool {
        matches!(self, Self::Name(name) if name == "d") || self.parts().any(Self::has_a_parameter)
    }

    /// The expressions in it, one level down.
    pub(super) fn parts(&self) -> Box<dyn Iterator<Item = &Self> + '_> {
        match self {
            Self::Bool(_)
            | Self::Null
            | Self::Int(_)
            | Self::Float(_)
            | Self::Text(_)
            | Self::NoBytes
            | Self::NoMap
            | Self::Name(_)
            | Self::Raw(_) => Box::new(std::iter::empty()),
            Self::Member(base, _) | Self::Item(base, _) | Self::Is(base, _) | Self::Not(base) => {
                Box::new(std::iter::once(&**base))
            }
            Self::List(parts)
            | Self::Call(_, parts)
            | Self::Own(_, parts)
            | Self::And(parts)
            | Self::Or(parts) => Box::new(parts.iter()),
            Self::Method(base, _, arguments) => Box::new(std::iter::once(&**base).chain(arguments)),
            Self::Binary(left, _, right) => Box::new([&**left, &**right].into_iter()),
            Self::If(parts) => Box::new(parts.iter()),
            Self::Path(path) => {
                Box::new(path.segments.iter().filter_map(|segment| match segment {
                    Segment::Plain(_) => None,
                    Segment::Value(value) => Some(value),
                }))
            }
        }
    }
}

fn joints(parts: &[Expression<'_>]) -> u32 {
    count(parts.len().saturating_sub(1))
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

/// What text that someone wrote may cost: 1 for each word, each text and each
/// other sign. What functions of its author cost cannot be seen in it.
fn words(text: &str) -> u32 {
    let mut cost = 0;
    let mut in_word = false;
    let mut quote = None;
    for c in text.chars() {
        let is_letter = c.is_alphanumeric() || c == '_';
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None => {
                let goes_on = is_letter && in_word;
                cost += u32::from(!goes_on && !c.is_whitespace());
                quote = matches!(c, '\'' | '"').then_some(c);
            }
        }
        in_word = is_letter;
    }
    cost
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn what_someone_wrote_is_counted_by_its_words() {
        assert_eq!(words("request.auth.uid == 'a b'"), 8);
        assert_eq!(words(" "), 0);
    }
}
