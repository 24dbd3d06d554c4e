//! What people write that is not in the language, and what they are told.

use super::{errors, with_rules, with_select};

/// Rule, what is underlined, and a part of the message.
const MISTAKES: &[(&str, &str, &str)] = &[
    // Operators.
    ("hidden = true", "=", "write `==`"),
    ("count === 3", "===", "write `==`"),
    ("count <> 3", "<>", "write `!=`"),
    ("count => 3", "=>", "write `>=`"),
    ("hidden and hidden", "and", "write `&&`"),
    ("hidden or hidden", "or", "write `||`"),
    ("hidden & hidden", "&", "write `&&`"),
    ("hidden | hidden", "|", "write `||`"),
    ("not hidden", "not", "write `!(..)`"),
    ("status not in [Status::A]", "not", "write `!(value in [..])`"),
    ("count in (1, 2)", "(1, 2)", "write `count in [.., ..]`"),
    ("count in []", "[]", "name the values"),
    ("title like \"a%\"", "like", "sql"),
    ("count + 1 == 2", "+", "computes nothing"),
    ("- count == 2", "-", "computes nothing"),
    ("1 < count < 3", "<", "compare twice"),
    ("hidden ? 1 : 2", "?", "join conditions"),
    ("count as i32 == 2", "as", "casts nothing"),
    // Absence.
    ("reviewer == None", "reviewer == None", "write `reviewer.is_none()`"),
    ("reviewer != null", "reviewer != null", "write `reviewer.is_some()`"),
    ("reviewer is null", "is", "`.is_none()`"),
    ("reviewer.is_none", "reviewer.is_none", "write `reviewer.is_none()`"),
    ("reviewer.is_nome()", "is_nome", "did you mean `is_none`?"),
    ("reviewer.is_none(1)", "(1)", "takes nothing"),
    ("Some(3) == count", "Some(3)", "without `Some`"),
    ("reviewer.unwrap() == auth.uid()", "unwrap", "write `reviewer`"),
    // The caller.
    ("auth.uid == owner_id", "auth.uid", "write `auth.uid()`"),
    ("auth.claim == 1", "auth.claim", "write `auth.claim(\"..\")`"),
    ("auth.uid(1) == owner_id", "1", "takes nothing"),
    ("auth.user_id() == owner_id", "user_id", "did you mean `uid`?"),
    ("auth.jwt()", "jwt", "did you mean `claim`?"),
    ("auth.clam(\"a\")", "clam", "did you mean `claim`?"),
    ("auth.claim(role)", "auth.claim(role)", "in one text"),
    ("auth.claim(\"a..b\")", "\"a..b\"", "in one text"),
    ("auth::uid() == owner_id", "auth::uid", "write `auth.uid()`"),
    ("uid() == owner_id", "uid()", "write `auth.uid()`"),
    ("auth == owner_id", "auth", "`auth.uid()`"),
    ("auth.uid()", "auth.uid()", "write `authenticated`"),
    ("owner_id == user.id", "user.id", "write `auth.uid()`"),
    ("title == current_user.email", "current_user.email", "write `auth.email()`"),
    ("title == reviewer.is_none()", "is_none", "ends with a value"),
    // Rows.
    ("self.hidden", "self", "write `hidden`"),
    ("new.hidden", "new.hidden", "write `hidden`"),
    ("Thing.hidden", "Thing.hidden", "write `hidden`"),
    ("profile.name == \"a\"", "profile.name", "exists(Model { name: .., id: profile })"),
    ("&hidden", "&", "leave out"),
    ("tenant.0 == \"a\"", "0", "whole fields"),
    ("title.contains(\"a\")", "contains", "sql"),
    ("title.eq(\"a\")", "eq", "write `title == ..`"),
    ("exists(Team)", "Team", "which rows"),
    ("exists(Team {})", "exists(Team {})", "needs a field"),
    ("exists(\"Team\")", "exists(\"Team\")", "takes a model"),
    ("exists(Team { id = owner_id })", "=", "write `id: ..`"),
    ("exists(Team { id == owner_id })", "==", "write `id: ..`"),
    ("exists(Team { size < 3 })", "<", "only equality"),
    ("exists(Team { id, .. })", "..", "leave out `..`"),
    ("exists(Team { id, id: auth.uid() })", "id", "compared twice"),
    ("exists(Team { id }, Team { id })", ",", "one model"),
    ("exists(Team { id: owner_id && hidden })", "&&", "comma or `}`"),
    // Values.
    ("title == 'a'", "'a'", "write \"a\""),
    ("title == 'abc", "'abc", "write \"abc\""),
    ("title == b\"a\"", "b\"a\"", "no counterpart"),
    ("count == 99999999999999999999", "99999999999999999999", "64 bits"),
    ("title == \"\\0\"", "\"\\0\"", "zero byte"),
    ("count ==", ")", "a value is missing"),
    ("(count) == 3", "==", "compare values"),
    ("count == (3)", "(3)", "write the value alone"),
    ("[1, 2] == count", "[1, 2]", "write `field in [.., ..]`"),
    ("Status::A", "Status::A", "not a condition"),
    ("Status::of(count) == 1", "Status::of", "calls no functions"),
    ("lower(title) == \"a\"", "lower(title)", "unknown function `lower`"),
    ("now(1) < created_at", "now(1)", "takes nothing"),
    // Words.
    ("true", "true", "write `anyone`"),
    ("false", "false", "write `nobody`"),
    ("authenticated()", "authenticated", "write `authenticated`"),
    ("anyone(reason = \"a\") || hidden", "anyone(reason = \"a\")", "a whole rule"),
    ("hidden || anyone(reason = \"a\")", "anyone", "a whole rule"),
    ("anyone(\"a\")", "anyone(\"a\")", "write `anyone(reason = \"..\")`"),
    ("anyone(why = \"a\")", "anyone(why = \"a\")", "write `anyone(reason = \"..\")`"),
    ("sql(\" \")", "\" \"", "is empty"),
    ("sql(3)", "sql(3)", "one text in quotes"),
    ("sql(\"a\", 3)", ",", "nothing else"),
    ("sql", "sql", "says nothing by itself"),
    ("rules(\"a\")", "rules(\"a\")", "PostgreSQL cannot run it"),
    // Shape.
    ("", ",", "a condition is missing"),
    ("&& hidden", "&&", "a condition is missing"),
    ("hidden &&", ",", "a condition is missing"),
    ("if hidden { anyone } else { nobody }", "if", "without branches"),
    ("{ hidden }", "{ hidden }", "without branches"),
    ("|row| hidden", "|", "expected a value"),
    ("hidden hidden", "hidden", "something follows"),
];

#[test]
fn a_mistake_is_underlined_and_answered() {
    for (rule, under, said) in MISTAKES {
        // The end of the attribute follows, where that is what is missing.
        let source = if *under == ")" {
            with_rules(&format!(
                "insert = nobody, update = nobody, delete = nobody, select = {rule}"
            ))
        } else {
            with_select(rule)
        };
        let found = errors(&source);
        let [one] = found.as_slice() else { panic!("`{rule}` is one error: {found:#?}") };
        assert!(one.message.contains(said), "`{rule}`: {}", one.message);
        assert_eq!(one.under, *under, "`{rule}`: {}", one.message);
    }
}

#[test]
fn a_rule_that_cannot_be_read_does_not_hide_its_neighbours() {
    let found =
        errors(&with_rules("select = and, insert = or or, update = nobody = 1, delete = ="));
    let under: Vec<&str> = found.iter().map(|found| found.under.as_str()).collect();
    assert_eq!(under, ["and", "or", "=", "="], "{found:#?}");
}

#[test]
fn a_missing_comma_costs_one_error() {
    let found =
        errors(&with_rules("select = anyone insert = nobody, update = nobody, delete = nobody"));
    let [one] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((one.under.as_str(), one.message.contains("comma")), ("insert", true), "{one:?}");
}

#[test]
fn a_semicolon_costs_one_error_each() {
    let found =
        errors(&with_rules("select = anyone; insert = nobody; update = nobody, delete = nobody"));
    let [one, other] = found.as_slice() else { panic!("{found:#?}") };
    for semicolon in [one, other] {
        assert_eq!(semicolon.under, ";");
        assert!(semicolon.message.contains("write `,`"), "{semicolon:?}");
    }
}

#[test]
fn commands_are_known_by_their_names() {
    let known = "insert = nobody, update = nobody, delete = nobody";
    for (rules, under, said) in [
        ("read = anyone", "read", "did you mean `select`?"),
        ("selct = anyone", "selct", "did you mean `select`?"),
        ("remove = anyone", "remove", "known: `select`, `insert`, `update` or `delete`"),
        ("all = anyone", "all", "write `select = .., insert = .., update = .., delete = ..`"),
        ("select = \"anyone\"", "\"anyone\"", "write `anyone`"),
        ("select = \"id = auth.uid()\"", "\"id = auth.uid()\"", "is `sql(\"..\")`"),
        ("select: anyone", "select", "write `select = ..`"),
        ("select(anyone)", "select", "write `select = ..`"),
        ("select == anyone", "select", "write `select = ..`"),
        ("\"select\" = anyone", "\"select\"", "expected the name of a command"),
        ("select = anyone, select = anyone", "select", "appears twice"),
    ] {
        let found = errors(&with_rules(&format!("{rules}, {known}")));
        let [one] = found.as_slice() else { panic!("`{rules}` is one error: {found:#?}") };
        assert!(one.message.contains(said), "`{rules}`: {}", one.message);
        assert_eq!(one.under, under, "`{rules}`: {}", one.message);
    }
}
