//! What random rules meet too seldom.

use models_core::access::{Auth, Row, Value};
use models_core::firestore::ErrorKind;
use models_core::firestore::Rules;
use models_core::schema::{Expr, Literal, Operand, Operator};
use models_tests::build::{at, claim, compare, text};
use models_tests::firestore::on_every_emulator;
use uuid::Uuid;

use super::verdicts::agree;
use super::world;

const ALL: [Operator; 6] =
    [Operator::Eq, Operator::Ne, Operator::Lt, Operator::Le, Operator::Gt, Operator::Ge];

const UUID: Uuid = Uuid::from_u128(0xabc);

fn row(fields: &[(&str, Value)]) -> Row {
    let ids = [("id", Value::from("a")), ("team_id", Value::from("a"))];
    ids.iter().chain(fields).map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

fn not(expr: Expr) -> Expr {
    Expr::Not(expr.into())
}

#[test]
fn a_claim_is_a_uuid_in_any_case() {
    let capitals = UUID.to_string().to_uppercase();
    let rules: Vec<Expr> = ALL
        .into_iter()
        .map(|operator| compare(claim(&["role"]), operator, at("must_uuid")))
        .chain(
            [Operator::Eq, Operator::Ne]
                .map(|operator| compare(Operand::Uid, operator, claim(&["role"]))),
        )
        .collect();
    let callers = ["x", "X", &UUID.to_string(), &capitals].map(|uid| {
        ["x", "X", &UUID.to_string(), &capitals]
            .map(|role| Auth::signed_in(uid).with_claim("role", role))
    });
    let rows = vec![row(&[("must_uuid", Value::Uuid(UUID))])];
    on_every_emulator(|project| {
        let verdicts = agree(project, &rules, rows.clone(), callers.as_flattened());
        assert!(verdicts.allowed > 30 && verdicts.denied > 30, "{verdicts:?}");
    });
}

#[test]
fn a_number_is_one_with_and_without_a_fraction() {
    let numbers = [1, 2, 3].map(Literal::Int).map(Operand::Literal);
    let one_of = Expr::In(at("must_ratio"), numbers.to_vec().into());
    let claimed = Expr::In(claim(&["role"]), numbers.to_vec().into());
    let rules = [one_of.clone(), not(one_of), claimed.clone(), not(claimed)];
    let rows = [2.0, 2.5].map(|ratio| row(&[("must_ratio", Value::Float(ratio))]));
    let user = || Auth::signed_in("ann");
    let callers = [
        user().with_claim("role", 2),
        user().with_claim("role", 2.0),
        user().with_claim("role", 2.5),
        user().with_claim("role", "2"),
    ];
    on_every_emulator(|project| {
        let verdicts = rows.clone().map(|row| agree(project, &rules, vec![row], &callers));
        assert_eq!(verdicts.map(|verdicts| verdicts.allowed), [7, 7]);
    });
}

/// Emulators order by UTF-16, where U+FF5E is behind the halves of 😀.
#[test]
fn texts_are_put_in_order_only_where_all_do_it_alike() {
    let rows = ["~", "\u{ff5e}", "😀", "\u{d7ff}", ""];
    let rows = rows.map(|name| row(&[("must_name", Value::from(name))]));
    let against = |word: &str| ALL.map(|operator| compare(at("must_name"), operator, text(word)));
    let rules = ["a", "é", "\u{d7ff}"].map(against).concat();
    on_every_emulator(|project| {
        for row in rows.clone() {
            let verdicts = agree(project, &rules, vec![row], &[Auth::anonymous()]);
            assert_eq!(verdicts.allowed, 9, "{verdicts:?}");
        }
    });
    for word in ["\u{e000}", "😀"] {
        for rule in against(word).into_iter().skip(2) {
            let schema = world::schema(&[rule]);
            let kind = Rules::new(&schema).map_err(|error| error.kind).err();
            assert!(matches!(kind, Some(ErrorKind::Unordered { .. })), "{kind:?}");
        }
    }
}
