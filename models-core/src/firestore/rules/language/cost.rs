//! What evaluating an expression costs: the table of `docs/firestore-engines.md`.
//!
//! It is the worst case: no operator stops early.

use super::RulesExpr;

impl RulesExpr<'_> {
    /// The most expressions that are evaluated.
    pub(crate) fn cost(&self) -> u32 {
        let parts: u32 = self.parts().map(Self::cost).sum();
        parts
            + match self {
                Self::Int(int) => 1 + u32::from(*int < 0),
                Self::Float(float) => 1 + u32::from(float.is_sign_negative()),
                Self::CallFunction(function, _) => 1 + function.cost,
                // The type counts as a literal.
                Self::Is(..) => 2,
                Self::And(parts) | Self::Or(parts) => 2 * joints(parts),
                Self::If(parts) => {
                    // One of the two is evaluated.
                    let [_, one, other] = &**parts;
                    (2 + one.cost()).max(4 + other.cost()) - one.cost() - other.cost()
                }
                // Its own, those of its two first names, and the database's.
                Self::Path(_) => 4,
                Self::Raw(text) => words(text),
                Self::Bool(_)
                | Self::Null
                | Self::Text(_)
                | Self::NoBytes
                | Self::NoMap
                | Self::Name(_)
                | Self::Member(..)
                | Self::Index(_)
                | Self::List(_)
                | Self::Call(..)
                | Self::Method(..)
                | Self::Binary(..)
                | Self::Not(_) => 1,
            }
    }
}

fn joints(parts: &[RulesExpr<'_>]) -> u32 {
    count(parts.len().saturating_sub(1))
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

/// What text that someone wrote may cost: 1 for each word, each text and each
/// other character. What functions of its author cost is not known.
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
