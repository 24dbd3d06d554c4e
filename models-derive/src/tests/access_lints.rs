//! Conventions on rules, each with what breaks it and what is close to that
//! and does not.

use super::{errors, said, with_rules, with_select};

/// The conventions that a rule for `select` breaks, with what is underlined.
fn select(rule: &str) -> Vec<(String, String)> {
    said(&with_select(rule))
}

/// The same for the rules of all commands.
fn rules(rules: &str) -> Vec<(String, String)> {
    said(&with_rules(rules))
}

#[track_caller]
fn breaks(found: &[(String, String)], convention: &str, under: &str) {
    assert_eq!(found, [(convention.to_owned(), under.to_owned())]);
}

#[track_caller]
fn is_fine(found: &[(String, String)]) {
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn every_command_has_policy() {
    let name = "every_command_has_policy";
    breaks(&rules("select = anyone, insert = nobody, update = nobody"), name, "access");
    assert_eq!(rules("").len(), 4);
    is_fine(&rules("select = anyone, insert = nobody, update = nobody, delete = service"));
}

#[test]
fn policy_column_exists() {
    let name = "policy_column_exists";
    for (rule, under, fix) in [
        ("hiden", "hiden", "write `hidden`"),
        ("athenticated", "athenticated", "write `authenticated`"),
        ("everyone", "everyone", "write `anyone`"),
        ("owner == auth.uid()", "owner", "write `owner_id`"),
        ("now < created_at", "now", "write `now()`"),
        ("status == Published", "Published", "`Enum::Published`"),
        ("count < MAX_COUNT", "MAX_COUNT", "value of the constant"),
        ("xyz == 3", "xyz", "known: `id`"),
        ("exists(Team { id: teem_id })", "teem_id", "known: `id`"),
        ("exists(Team { team_id })", "team_id", "known: `id`"),
        ("3 in [count, conut]", "conut", "write `count`"),
    ] {
        breaks(&select(rule), name, under);
        let message = &errors(&with_select(rule))[0].message;
        assert!(message.contains(fix), "`{rule}`: {message}");
    }
    is_fine(&select("r#status == Status::Published"));
}

#[test]
fn policy_column_is_indexed() {
    let name = "policy_column_is_indexed";
    for (rule, under) in [
        ("reviewer == auth.uid()", "reviewer"),
        ("auth.uid() == reviewer", "reviewer"),
        ("title == auth.claim(\"org\")", "title"),
        ("auth.uid() in [owner_id, reviewer]", "reviewer"),
        ("owner_id == auth.uid() || reviewer == auth.uid()", "reviewer"),
        ("hidden || reviewer == auth.uid()", "reviewer"),
        ("hidden && reviewer == auth.uid()", "reviewer"),
        ("exists(Review { reviewer, editor: auth.uid() })", "reviewer"),
        ("(hidden || owner_id == auth.uid()) && reviewer == auth.uid()", "reviewer"),
    ] {
        breaks(&select(rule), name, under);
    }
    for rule in [
        "owner_id == auth.uid()",
        "id == auth.claim(\"thing\")",
        "tenant == auth.claim(\"tenant\")",
        "owner_id == auth.uid() && reviewer == auth.uid()",
        "reviewer == auth.uid() && exists(Team { owner_id })",
        "exists(Team { owner_id, lead: auth.uid() })",
        "exists(Admin { user_id: auth.uid() })",
        "reviewer != auth.uid()",
        "!(reviewer == auth.uid())",
        "reviewer.is_none()",
        "status == Status::Published",
        "reviewer == owner_id",
    ] {
        is_fine(&select(rule));
    }
    // Inserting reads no rows; a column is told once, for the first command.
    is_fine(&rules(
        "select = anyone, insert = reviewer == auth.uid(), update = nobody, delete = nobody",
    ));
    let each = "reviewer == auth.uid()";
    let all = format!("select = {each}, insert = {each}, update = {each}, delete = {each}");
    breaks(&rules(&all), name, "reviewer");
}

#[test]
fn open_write_states_a_reason() {
    let name = "open_write_states_a_reason";
    let insert = |rule: &str| {
        rules(&format!("select = anyone, insert = {rule}, update = nobody, delete = nobody"))
    };
    for (rule, under) in [
        ("anyone", "anyone"),
        ("anyone || hidden", "anyone || hidden"),
        ("!nobody", "!nobody"),
        ("sql(\"true\")", "sql(\"true\")"),
        ("anyone(reason = \" \")", "\" \""),
    ] {
        breaks(&insert(rule), name, under);
    }
    is_fine(&insert("anyone(reason = \"visitors leave messages\")"));
    is_fine(&insert("authenticated"));
    is_fine(&insert("hidden"));
}

#[test]
fn update_needs_select() {
    let name = "update_needs_select";
    let update = |select: &str, update: &str| {
        rules(&format!("select = {select}, insert = nobody, update = {update}, delete = nobody"))
    };
    for (select, rule) in [
        ("nobody", "authenticated"),
        ("service", "owner_id == auth.uid()"),
        ("authenticated", "hidden"),
        ("!authenticated", "owner_id == auth.uid()"),
    ] {
        breaks(&update(select, rule), name, rule);
    }
    is_fine(&update("nobody", "service"));
    is_fine(&update("owner_id == auth.uid()", "owner_id == auth.uid()"));
    is_fine(&update("authenticated", "sql(\"true or false\")"));
    let delete = "select = service, insert = nobody, update = service, delete = authenticated";
    breaks(&rules(delete), name, "authenticated");
}

#[test]
fn condition_says_something() {
    let name = "condition_says_something";
    for (rule, under) in [
        ("nobody && hidden", "nobody"),
        ("anyone && hidden", "anyone"),
        ("anyone || hidden", "anyone"),
        ("service || hidden", "service"),
        ("hidden || (count == 1 && service)", "service"),
        ("!anyone", "!anyone"),
        ("!(hidden || nobody)", "nobody"),
        ("authenticated && !authenticated", "authenticated && !authenticated"),
        ("!authenticated && owner_id == auth.uid()", "!authenticated && owner_id == auth.uid()"),
        ("auth.role() == \"admin\"", "auth.role() == \"admin\""),
        ("\"service_role\" == auth.role() || hidden", "\"service_role\" == auth.role()"),
        ("1 == 1", "1 == 1"),
        ("hidden || 1 == 1", "1 == 1"),
        ("count == count", "count == count"),
        ("auth.uid() == auth.uid()", "auth.uid() == auth.uid()"),
        ("1 in [1, 2]", "1 in [1, 2]"),
        ("count in [count]", "count in [count]"),
        ("auth.claim(\"a\") in [1, \"a\"]", "auth.claim(\"a\") in [1, \"a\"]"),
        ("\"a\".is_some()", "\"a\""),
    ] {
        breaks(&select(rule), name, under);
    }
    for rule in [
        "!authenticated",
        "auth.role() == \"anon\"",
        "authenticated && hidden",
        "!(authenticated && hidden)",
        "auth.uid().is_some()",
        "auth.claim(\"admin\")",
        "1 in [count]",
        "created_at < now()",
        "owner_id == reviewer",
        "count in [1, 2]",
        "sql(\"true\")",
    ] {
        is_fine(&select(rule));
    }
}

#[test]
fn membership_binds_one_column() {
    let rule = "exists(Team { id: owner_id, tenant: tenant, lead: auth.uid() })";
    breaks(&select(rule), "membership_binds_one_column", "tenant");
    is_fine(&select("exists(Team { id: owner_id, lead: auth.uid() }) && tenant == \"a\""));
    is_fine(&select("exists(Thing { owner_id, hidden: true })"));
    is_fine(&select("exists(Self { owner_id, hidden: true })"));
}

#[test]
fn claim_is_not_user_editable() {
    let name = "claim_is_not_user_editable";
    for (rule, under) in [
        ("auth.claim(\"user_metadata.role\") == \"a\"", "auth.claim(\"user_metadata.role\")"),
        ("auth.claim(\"raw_user_meta_data\")", "auth.claim(\"raw_user_meta_data\")"),
        ("auth.claim(\"app_metadata.role\") == \"a\"", "auth.claim(\"app_metadata.role\")"),
        (
            "sql(\"auth.jwt() -> 'User_Metadata' ? 'a'\")",
            "sql(\"auth.jwt() -> 'User_Metadata' ? 'a'\")",
        ),
    ] {
        breaks(&select(rule), name, under);
    }
    is_fine(&select("auth.claim(\"role\") == \"user_metadata\""));
}

#[test]
fn private_column_is_not_selectable_by_clients() {
    let name = "private_column_is_not_selectable_by_clients";
    let source = with_select("anyone");
    breaks(&said(&source.replace("#[model(id)]", "#[model(id, private)]")), name, "private");
    is_fine(&said(&source.replace("#[model(index)]", "#[model(index, private)]")));
    let closed = with_select("service").replace("#[model(index)]", "#[model(index, private)]");
    is_fine(&said(&closed));
}

#[test]
fn index_reads_only_its_row() {
    let name = "index_reads_only_its_row";
    let filter = |filter: &str| {
        said(
            &with_select("anyone")
                .replace("#[model(index)]", &format!("#[model(index(where = {filter}))]")),
        )
    };
    for (condition, under) in [
        ("owner_id == auth.uid()", "auth.uid()"),
        ("created_at < now()", "now()"),
        ("authenticated && hidden", "authenticated"),
        ("exists(Team { owner_id })", "exists(Team { owner_id })"),
    ] {
        breaks(&filter(condition), name, under);
    }
    is_fine(&filter("status == Status::Published && !hidden && reviewer.is_none()"));
    let unique = with_select("anyone")
        .replace("#[model(index)]", "#[model(unique(where = count < auth.claim(\"n\")))]");
    breaks(&said(&unique), name, "auth.claim(\"n\")");
}

#[test]
fn what_could_not_become_a_table_cannot_be_allowed() {
    let source = with_select("xyz == 1").replace(
        "table = \"things\"",
        "table = \"things\", allow(policy_column_exists, reason = \"a\")",
    );
    let found = said(&source);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[1].0.contains("cannot be switched off"), "{found:?}");
    let allowed = with_select("reviewer == auth.uid()").replace(
        "reviewer:",
        "#[model(allow(policy_column_is_indexed, reason = \"a dozen rows\"))] reviewer:",
    );
    is_fine(&said(&allowed));
}
