//! Rows of another model.

use uuid::Uuid;

use super::{not, someone};
use crate::access::predicates as m;
use crate::access::{Auth, KnownRows, Truth, Value, evaluate};
use crate::auth::User;
use crate::model::Model;
use crate::schema::{
    Access, Expr, FieldCondition, Membership as Wanted, ModelDef, ModelRef, Operand, Rule,
};
use crate::types::Id;

/// The row that says who is in a team.
struct Membership {
    team_id: Option<Uuid>,
    user_id: Id<User>,
}

/// Another model, of which nothing is ever given.
struct Ban;

macro_rules! model {
    ($name:ident) => {
        impl Model for $name {
            type Row = Self;

            const MODEL: ModelDef = ModelDef {
                name: std::borrow::Cow::Borrowed(stringify!($name)),
                doc: std::borrow::Cow::Borrowed(""),
                table: None,
                collection: None,
                fields: std::borrow::Cow::Borrowed(&[]),
                rules: std::borrow::Cow::Borrowed(&[]),
                access: Access {
                    select: Rule::new(Expr::Nobody),
                    insert: Rule::new(Expr::Nobody),
                    update: Rule::new(Expr::Nobody),
                    delete: Rule::new(Expr::Nobody),
                },
                allows: std::borrow::Cow::Borrowed(&[]),
            };

            fn may_select(&self, auth: &Auth) -> bool {
                auth.allows(Truth::False)
            }

            fn may_insert(&self, auth: &Auth) -> bool {
                auth.allows(Truth::False)
            }

            fn may_update(&self, _new: &Self, auth: &Auth) -> bool {
                auth.allows(Truth::False)
            }

            fn may_delete(&self, auth: &Auth) -> bool {
                auth.allows(Truth::False)
            }
        }
    };
}

model!(Membership);
model!(Ban);

const TEAM: Uuid = Uuid::from_u128(1);

fn member(auth: &Auth, team: Option<Uuid>) -> Truth {
    auth.any::<Membership>(|other| {
        m::eq(&other.team_id, &team).and(m::eq(&other.user_id, &auth.uid()))
    })
}

fn member_tree() -> Expr {
    Expr::Exists(Wanted {
        model: ModelRef {
            model: "Membership".into(),
            schema: "".into(),
            table: "".into(),
            collection: None,
        },
        conditions: vec![
            FieldCondition { field: "team_id".into(), equals: Operand::Field("team".into()) },
            FieldCondition { field: "user_id".into(), equals: Operand::Uid },
        ]
        .into(),
    })
}

#[test]
fn rows_that_were_never_given_allow_nothing() {
    let auth = someone();
    assert_eq!(member(&auth, Some(TEAM)), Truth::Unknown);
    assert!(!auth.allows(member(&auth, Some(TEAM)).not()));
    let auth = auth.with_rows::<Membership>([]);
    assert_eq!(member(&auth, Some(TEAM)), Truth::False);
    assert_eq!(auth.any::<Ban>(|_| Truth::True), Truth::Unknown);
}

#[test]
fn one_certain_match_is_enough() {
    let user = Id::new();
    let row = |team_id, user_id| Membership { team_id, user_id };
    let auth = Auth::user(user)
        .with_rows([row(None, user), row(Some(TEAM), Id::new())])
        .with_rows([row(Some(TEAM), user)]);
    assert_eq!(member(&auth, Some(TEAM)), Truth::True);
    assert_eq!(member(&auth, Some(Uuid::from_u128(2))), Truth::False);
    assert_eq!(member(&auth, None), Truth::False, "no row equals an absent value");
}

#[test]
fn the_tree_says_the_same() {
    let (user, other) = (Id::<User>::new(), Id::<User>::new());
    let rows = [(Some(TEAM), user), (None, other)];
    for caller in [Some(user), Some(other), None] {
        for team in [Some(TEAM), None] {
            let auth = caller.map_or_else(Auth::anonymous, Auth::user);
            let auth =
                auth.with_rows(rows.map(|(team_id, user_id)| Membership { team_id, user_id }));
            let facts = KnownRows::row([("team", team.into())]);
            let facts = rows.iter().fold(facts, |facts, (team, user)| {
                let row = [("team_id", Value::from(*team)), ("user_id", (*user).into())];
                facts.with_row("Membership", row)
            });
            let typed = member(&auth, team);
            assert_eq!(evaluate(&member_tree(), &auth, &facts), typed);
            assert_eq!(evaluate(&not(member_tree()), &auth, &facts), typed.not());
        }
    }
}

#[test]
fn an_absent_value_is_no_member_whoever_is() {
    let facts = KnownRows::row([("team", Value::from(TEAM))]);
    assert_eq!(evaluate(&member_tree(), &Auth::anonymous(), &facts), Truth::False);
    assert_eq!(evaluate(&member_tree(), &someone(), &facts), Truth::Unknown);
}
