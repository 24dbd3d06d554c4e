//! Rules as conditions. Emulators try them too, in the package of tests.

use super::{all, any, at, claim, compare, equal, finding, int, member, not, reading, text};
use crate::schema::{Expr, Literal, Operand, Operator};

/// Holds what is printed for each rule.
#[track_caller]
fn printed<const N: usize>(rules: [(Expr, &str); N]) {
    for (rule, condition) in rules {
        let debug = format!("{rule:?}");
        assert_eq!(reading(rule).as_deref(), Ok(condition), "{debug}");
    }
}

#[test]
fn who_asks() {
    printed([
        (Expr::Anyone, "true"),
        (Expr::Nobody, "false"),
        (not(Expr::Service), "true"),
        (Expr::Authenticated, "request.auth != null"),
        (not(Expr::Authenticated), "request.auth == null"),
        (Expr::IsNone(Operand::Uid), "request.auth == null"),
        (equal(Operand::Role, text("anon")), "request.auth == null"),
        (not(equal(text("anon"), Operand::Role)), "request.auth != null"),
        (equal(Operand::Role, text("admin")), "false"),
        (compare(Operand::Role, Operator::Gt, text("a")), "true"),
        (equal(at("id"), Operand::Uid), "postId == request.auth.uid"),
        (
            equal(at("title"), Operand::Role),
            "resource.data.title == (request.auth == null ? 'anon' : 'authenticated')",
        ),
        (equal(Operand::Email, text("a@b.c")), "request.auth.token.email == 'a@b.c'"),
        (
            Expr::IsNone(Operand::Email),
            "request.auth == null || request.auth.token.get('email', null) == null",
        ),
    ]);
}

#[test]
fn what_is_absent_equals_nothing_and_differs_from_nothing() {
    printed([
        (equal(at("title"), text("a")), "resource.data.title == 'a'"),
        (not(equal(at("title"), text("a"))), "resource.data.title != 'a'"),
        (equal(at("subtitle"), text("a")), "resource.data.subtitle == 'a'"),
        (
            not(equal(at("subtitle"), text("a"))),
            "resource.data.subtitle != null && resource.data.subtitle != 'a'",
        ),
        (
            equal(at("subtitle"), Operand::Email),
            "resource.data.subtitle != null && resource.data.subtitle == request.auth.token.email",
        ),
        (Expr::IsNone(at("subtitle")), "resource.data.get('subtitle', null) == null"),
        (Expr::IsSome(at("team_id")), "true"),
        (not(compare(at("stars"), Operator::Lt, int(-1))), "resource.data.stars >= -1"),
        (Expr::Holds(at("open")), "resource.data.open"),
        (not(Expr::Holds(at("open"))), "!resource.data.open"),
        (compare(at("at"), Operator::Le, Operand::Now), "resource.data.at <= request.time"),
    ]);
}

#[test]
fn a_claim_of_another_type_is_none() {
    let role = || claim(&["role"]);
    printed([
        (equal(role(), text("a")), "request.auth.token.role == 'a'"),
        (
            compare(role(), Operator::Ne, text("a")),
            "request.auth.token.role is string && request.auth.token.role != 'a'",
        ),
        (
            compare(int(3), Operator::Ne, claim(&["it's", "n"])),
            "request.auth.token['it\\'s'].n is number && request.auth.token['it\\'s'].n != 3",
        ),
        (compare(int(3), Operator::Lt, role()), "request.auth.token.role > 3"),
        (Expr::Holds(role()), "request.auth.token.role == true"),
        (not(Expr::Holds(role())), "request.auth.token.role == false"),
        (Expr::IsSome(claim(&["a", "b"])), "request.auth.token.a.b != null"),
        (
            not(Expr::In(role(), vec![text("a"), text("b")].into())),
            "request.auth.token.role is string && !(request.auth.token.role in ['a', 'b'])",
        ),
        (equal(at("uuid"), role()), "request.auth.token.role.lower() == resource.data.uuid"),
    ]);
}

#[test]
fn one_of_a_list_is_one_question_where_it_can_be() {
    let float = |float| Operand::Literal(Literal::Float(float));
    printed([
        (Expr::In(at("title"), Vec::new().into()), "false"),
        (not(Expr::In(at("title"), Vec::new().into())), "true"),
        (Expr::In(at("title"), vec![text("a")].into()), "resource.data.title == 'a'"),
        (Expr::In(at("stars"), vec![int(1), int(2)].into()), "resource.data.stars in [1, 2]"),
        (
            Expr::In(at("score"), vec![int(1), float(2.5)].into()),
            "resource.data.score == 1 || resource.data.score == 2.5",
        ),
        (
            Expr::In(at("title"), vec![text("a"), Operand::Email].into()),
            "resource.data.title == 'a' || resource.data.title == request.auth.token.email",
        ),
    ]);
}

#[test]
fn a_member_is_one_document() {
    let path = "/databases/$(database)/documents/teams/$(teamId)/members/$(request.auth.uid)";
    let of_team = || [("team_id", at("team_id")), ("id", Operand::Uid)];
    let [team, user] = of_team();
    let role = ("role", text("owner"));
    printed([
        (member(of_team()), &*format!("exists({path})")),
        (
            member([role.clone(), team.clone(), user.clone()]),
            &*format!("get({path}).data.role == 'owner'"),
        ),
        (not(member(of_team())), &*format!("request.auth == null || !exists({path})")),
        (
            not(member([team, user, role])),
            &*format!(
                "request.auth == null || !exists({path}) || !(get({path}).data.get('role', null) == 'owner')"
            ),
        ),
        (
            member([("team_id", text("it's")), ("id", text("a"))]),
            "exists(/databases/$(database)/documents/teams/$('it\\'s')/members/a)",
        ),
    ]);
}

#[test]
fn what_decides_alone_is_said_alone() {
    let own = || equal(at("author"), Operand::Uid);
    printed([
        (all([Expr::Anyone, own(), own()]), "resource.data.author == request.auth.uid"),
        (any([Expr::Service, own()]), "resource.data.author == request.auth.uid"),
        (any([own(), Expr::Anyone]), "true"),
        (all([]), "true"),
        (any([]), "false"),
        (
            not(all([own(), Expr::Authenticated])),
            "resource.data.author != request.auth.uid || request.auth == null",
        ),
    ]);
}

#[test]
fn text_of_the_language_stands_as_it_is() {
    let raw = |text: &'static str| Expr::Rules(text.into());
    printed([
        (raw("isOpen() || true"), "(isOpen() || true)"),
        (not(raw("isOpen()")), "!(isOpen())"),
        (all([raw("a // b"), Expr::Authenticated]), "(a // b ) && request.auth != null"),
    ]);
}

/// With `get('subtitle', null)`, what a query does not name would be absent.
#[test]
fn a_query_knows_only_what_it_names() {
    for (rule, condition) in [
        (Expr::IsNone(at("subtitle")), "resource.data.subtitle == null"),
        (Expr::IsSome(at("subtitle")), "resource.data.subtitle != null"),
        (not(Expr::IsSome(at("title"))), "resource.data.title == null"),
        (Expr::IsNone(at("team_id")), "false"),
        (
            not(member([("team_id", at("subtitle")), ("id", text("a"))])),
            "resource.data.subtitle == null || !exists(/databases/$(database)/documents/teams/$(resource.data.subtitle)/members/a)",
        ),
    ] {
        let debug = format!("{rule:?}");
        assert_eq!(finding(rule).as_deref(), Ok(condition), "{debug}");
    }
}

/// Google's emulator loses its place behind an id that is an error.
#[test]
fn an_id_that_another_follows_is_no_error() {
    let team = |team| member([("team_id", team), ("id", Operand::Uid)]);
    printed([
        (
            team(claim(&["team"])),
            "request.auth != null && request.auth.token.get('team', null) is string && exists(/databases/$(database)/documents/teams/$(request.auth.token.team)/members/$(request.auth.uid))",
        ),
        (
            team(Operand::Uid),
            "request.auth != null && exists(/databases/$(database)/documents/teams/$(request.auth.uid)/members/$(request.auth.uid))",
        ),
        (
            team(at("subtitle")),
            "resource.data.get('subtitle', null) != null && exists(/databases/$(database)/documents/teams/$(resource.data.subtitle)/members/$(request.auth.uid))",
        ),
    ]);
}
