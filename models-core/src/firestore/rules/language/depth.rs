//! How deep an expression is nested, as both emulators count it.

use super::RulesExpr;
use super::write::Precedence;

impl RulesExpr<'_> {
    /// Operators inside one another. A pair of parentheses is one more, and a
    /// chain is as deep as it is long.
    pub(crate) fn depth(&self) -> usize {
        match self {
            Self::And(chain) | Self::Or(chain) => {
                let behind = (1..chain.len()).rev().chain([1]);
                let parts = chain.iter().map(|part| part.inside(Precedence::Comparison));
                parts.zip(behind).map(|(part, behind)| part + behind).max().unwrap_or(1)
            }
            Self::Not(value) => 1 + value.inside(Precedence::Whole),
            Self::Is(value, _) => 1 + value.inside(Precedence::Sum),
            Self::Binary(operator, sides) => {
                let [left, right] = &**sides;
                let place = operator.of_its_sides();
                1 + left.inside(place).max(right.inside(place))
            }
            Self::Member(base, _) => base.inside(Precedence::Whole),
            Self::Index(parts) => parts[0].inside(Precedence::Whole),
            Self::Method(base, _, arguments) => {
                base.inside(Precedence::Whole).max(deepest(arguments))
            }
            // Each part stands between parentheses.
            Self::If(parts) => 2 + parts.iter().map(Self::depth).max().unwrap_or(0),
            Self::List(parts) | Self::Call(_, parts) | Self::CallFunction(_, parts) => {
                deepest(parts)
            }
            // How deep the text itself is, only its author knows.
            Self::Raw(_) => 2,
            Self::Path(segments) => {
                let values = segments.iter().filter(|segment| !segment.is_plain_segment());
                1 + values.map(Self::depth).max().unwrap_or(0)
            }
            Self::Bool(_)
            | Self::Null
            | Self::Int(_)
            | Self::Float(_)
            | Self::Text(_)
            | Self::NoBytes
            | Self::NoMap
            | Self::Name(_) => 1,
        }
    }

    fn inside(&self, place: Precedence) -> usize {
        self.depth() + usize::from(self.binding() < place)
    }
}

fn deepest(parts: &[RulesExpr<'_>]) -> usize {
    1 + parts.iter().map(RulesExpr::depth).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use crate::firestore::rules::language::RulesExpr;

    fn chain(number: usize) -> RulesExpr<'static> {
        RulesExpr::And(vec![RulesExpr::Null; number])
    }

    /// Of each kind the deepest that compiles.
    #[test]
    fn what_compiles_is_99_deep() {
        let not = |inner: RulesExpr<'static>| RulesExpr::Not(Box::new(inner));
        let comparison = || RulesExpr::Null.eq(RulesExpr::Null);
        let behind = |first: RulesExpr<'static>, number: usize| {
            let rest = std::iter::repeat_n(RulesExpr::Null, number);
            RulesExpr::And(std::iter::once(first).chain(rest).collect())
        };
        let nested = |number: usize| {
            (0..number)
                .fold(RulesExpr::Null, |inner, _| RulesExpr::Or(vec![RulesExpr::Null, inner]))
        };
        assert_eq!(chain(99).depth(), 99);
        assert_eq!((0..98).fold(RulesExpr::Null, |inner, _| not(inner)).depth(), 99 + 97);
        assert_eq!(behind(comparison(), 97).depth(), 99);
        assert_eq!(behind(chain(24), 74).depth(), 99);
        // The innermost two are one chain without parentheses.
        assert_eq!(nested(49).depth(), 98);
        assert_eq!(RulesExpr::name("a").member("b").member("c").depth(), 1);
    }
}
