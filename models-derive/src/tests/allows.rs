//! `allow(..)`: what it covers, and when it is an error itself.

use super::errors;

/// The first line of each error about a struct with these entries, and a field.
fn model(entries: &str, field: &str) -> Vec<String> {
    let source = format!(
        r"
#[model({entries})]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Thing {{
    #[model(id)]
    id: Id<Thing>,
    {field}
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}}"
    );
    let first = |message: &str| message.lines().next().unwrap_or_default().to_owned();
    errors(&source).iter().map(|found| first(&found.message)).collect()
}

const TABLE: &str = "table = \"things\"";

#[test]
fn it_covers_its_field_or_the_whole_struct() {
    let end = "end: A,";
    let allow = "allow(identifier_is_not_reserved, reason = \"old\")";
    assert_eq!(model(TABLE, end).len(), 1);
    assert_eq!(model(&format!("{TABLE}, {allow}"), end), [""; 0]);
    assert_eq!(model(TABLE, &format!("#[model({allow})] {end}")), [""; 0]);
    let beside = model(TABLE, &format!("#[model({allow})] a: A, {end}"));
    assert_eq!(beside.len(), 2, "{beside:?}");
}

#[test]
fn the_nearest_one_counts_and_the_other_is_left_over() {
    let allow = "allow(identifier_is_not_reserved, reason = \"old\")";
    let found = model(&format!("{TABLE}, {allow}"), &format!("#[model({allow})] end: A,"));
    assert_eq!(found, ["`allow(identifier_is_not_reserved)` suppresses nothing here"]);
    let both = model(&format!("{TABLE}, {allow}"), &format!("#[model({allow})] end: A, order: A,"));
    assert_eq!(both, [""; 0]);
}

#[test]
fn one_that_types_decide_is_left_over_where_tokens_tell() {
    let allow = |name: &str, field: &str| {
        model(TABLE, &format!("#[model(allow({name}, reason = \"old\"))] {field}: A,"))
    };
    let left_over = |name: &str| vec![format!("`allow({name})` suppresses nothing here")];
    for name in [
        "set_null_needs_an_option",
        "foreign_key_type_matches",
        "foreign_key_is_declared",
        "money_is_not_a_float",
        "vector_fits_its_index",
        "table_id_is_uuid",
        "parent_is_in_schema",
        "has_created_at",
    ] {
        assert_eq!(allow(name, "a"), left_over(name));
    }
    for (name, field) in [
        ("foreign_key_is_declared", "team_id"),
        ("money_is_not_a_float", "price"),
        ("vector_is_indexed", "a"),
        ("timestamps_have_a_zone", "a"),
    ] {
        assert_eq!(allow(name, field), [""; 0]);
    }
}

#[test]
fn nothing_is_left_over_where_something_could_not_be_read() {
    let allow = "allow(identifier_is_not_reserved, reason = \"old\")";
    let found = model(&format!("{TABLE}, {allow}"), "#[model(colum = \"end\")] a: A,");
    assert_eq!(found, ["unknown key `colum`; did you mean `column`?"]);
}

#[test]
fn it_has_a_name_that_is_known_and_a_reason() {
    let first = |allow: &str| model(&format!("{TABLE}, allow({allow})"), "").remove(0);
    assert_eq!(first("has_one_id"), "`has_one_id` cannot be switched off");
    assert_eq!(
        first("has_created_att, reason = \"x\""),
        "there is no convention `has_created_att`; did you mean `has_created_at`?"
    );
    assert_eq!(first("has_created_at"), "`allow(has_created_at)` gives no reason");
    assert_eq!(first("has_created_at, reason = \"\""), "`allow(has_created_at)` gives no reason");
}
