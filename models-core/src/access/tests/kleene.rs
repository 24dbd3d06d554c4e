//! The tables, exhaustively, and the laws that printers rely on.

use crate::access::Truth::{self, False, True, Unknown};
use crate::access::TruthSet;

fn pairs() -> impl Iterator<Item = (Truth, Truth)> {
    Truth::ALL.into_iter().flat_map(|a| Truth::ALL.into_iter().map(move |b| (a, b)))
}

#[test]
fn and_is_kleenes() {
    let table = [
        (True, [True, False, Unknown]),
        (False, [False, False, False]),
        (Unknown, [Unknown, False, Unknown]),
    ];
    for (left, row) in table {
        assert_eq!(Truth::ALL.map(|right| left.and(right)), row, "{left:?} and ..");
    }
}

#[test]
fn or_is_kleenes() {
    let table = [
        (True, [True, True, True]),
        (False, [True, False, Unknown]),
        (Unknown, [True, Unknown, Unknown]),
    ];
    for (left, row) in table {
        assert_eq!(Truth::ALL.map(|right| left.or(right)), row, "{left:?} or ..");
    }
}

#[test]
fn not_keeps_the_unknown() {
    assert_eq!(Truth::ALL.map(Truth::not), [False, True, Unknown]);
    assert_eq!(Truth::ALL.map(|truth| !truth), Truth::ALL.map(Truth::not));
}

#[test]
fn only_true_allows() {
    assert_eq!(Truth::ALL.map(Truth::is_true), [true, false, false]);
}

#[test]
fn de_morgan() {
    for (a, b) in pairs() {
        assert_eq!(a.and(b).not(), a.not().or(b.not()));
        assert_eq!(a.or(b).not(), a.not().and(b.not()));
    }
}

#[test]
fn order_and_grouping_do_not_matter() {
    for (a, b) in pairs() {
        assert_eq!((a.and(b), a.or(b)), (b.and(a), b.or(a)));
        for c in Truth::ALL {
            assert_eq!(a.and(b).and(c), a.and(b.and(c)));
            assert_eq!(a.or(b).or(c), a.or(b.or(c)));
            assert_eq!(a.and(b.or(c)), a.and(b).or(a.and(c)));
        }
    }
}

/// Without a negation above it, false may be printed for unknown: a printer
/// may choose the cheaper form of `exists`.
#[test]
fn false_and_unknown_differ_only_below_a_negation() {
    for other in Truth::ALL {
        assert_eq!(False.and(other).is_true(), Unknown.and(other).is_true());
        assert_eq!(False.or(other).is_true(), Unknown.or(other).is_true());
    }
    assert_ne!(False.not().is_true(), Unknown.not().is_true());
}

#[test]
fn sets_hold_exactly_what_their_members_make() {
    let sets = (0..8_u8).map(|bits| {
        Truth::ALL
            .into_iter()
            .enumerate()
            .filter(|(i, _)| bits & (1 << i) != 0)
            .map(|(_, truth)| TruthSet::only(truth))
            .reduce(TruthSet::union)
    });
    let sets: Vec<TruthSet> = sets.flatten().collect();
    assert_eq!(sets.len(), 7);
    for (a, b) in sets.iter().flat_map(|a| sets.iter().map(move |b| (*a, *b))) {
        for truth in Truth::ALL {
            let made = |join: fn(Truth, Truth) -> Truth| {
                a.iter().any(|x| b.iter().any(|y| join(x, y) == truth))
            };
            assert_eq!(a.and(b).contains(truth), made(Truth::and));
            assert_eq!(a.or(b).contains(truth), made(Truth::or));
            assert_eq!(a.not().contains(truth), a.contains(truth.not()));
        }
    }
}
