//! What holds for all rows holds for each.

use proptest::prelude::*;

use super::not;
use super::sample::{auth, expr, world};
use crate::access::{Caller, always_allows, can_allow, evaluate, implies, possible};
use crate::schema::Expr;

fn config() -> ProptestConfig {
    ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_value_that_a_row_gives_was_possible(expr in expr(), auth in auth(), world in world()) {
        let truth = evaluate(&expr, &auth, &world);
        let caller = auth.caller().unwrap_or(Caller::Anonymous);
        prop_assert!(possible(&expr, caller).contains(truth), "{truth:?}");
        prop_assert!(can_allow(&expr, caller) || !auth.allows(truth));
        prop_assert!(!always_allows(&expr, caller) || auth.allows(truth));
    }

    #[test]
    fn a_negation_can_be_pushed_inside(a in expr(), b in expr(), auth in auth(), world in world()) {
        let value = |expr: &Expr| evaluate(expr, &auth, &world);
        let both = Expr::And(vec![a.clone(), b.clone()].into());
        let neither = Expr::Or(vec![not(a.clone()), not(b)].into());
        prop_assert_eq!(value(&not(both.clone())), value(&neither));
        prop_assert_eq!(value(&not(not(a.clone()))), value(&a));
        for caller in Caller::ALL {
            prop_assert_eq!(possible(&not(both.clone()), caller), possible(&neither, caller));
        }
    }

    #[test]
    fn what_a_rule_implies_is_true_with_it(
        a in expr(), b in expr(), c in expr(), auth in auth(), world in world()
    ) {
        let all = |parts: &[&Expr]| Expr::And(parts.iter().copied().cloned().collect());
        let any = |parts: &[&Expr]| Expr::Or(parts.iter().copied().cloned().collect());
        let (both, either) = (all(&[&a, &b]), any(&[&b, &c]));
        prop_assert!(implies(&a, &a) && implies(&both, &either) && implies(&b, &either));
        prop_assert!(implies(&any(&[&b, &all(&[&a, &c])]), &any(&[&c, &b])));
        let rules = [a, b, c, both, either, Expr::Authenticated];
        for (rule, other) in rules.iter().flat_map(|rule| rules.iter().map(move |it| (rule, it))) {
            let said = implies(rule, other) && evaluate(rule, &auth, &world).is_true();
            prop_assert!(!said || evaluate(other, &auth, &world).is_true());
        }
    }
}
