//! Conventions on fields: names, references, normal form.

use super::{errors, said};

fn thing(fields: &str) -> String {
    format!(
        r#"
#[model(table = "things")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Thing {{
    #[model(id)]
    id: Id<Thing>,
    {fields}
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}}"#
    )
}

#[track_caller]
fn breaks(fields: &str, convention: &str, under: &str) {
    let expected = [(convention.to_owned(), under.to_owned())];
    assert_eq!(said(&thing(fields)), expected, "{fields}");
}

#[track_caller]
fn is_fine(fields: &str) {
    assert_eq!(said(&thing(fields)), [], "{fields}");
}

#[test]
fn a_count_is_told_from_a_name() {
    let name = "no_repeating_group";
    breaks("phone1: A, phone2: A,", name, "phone2");
    breaks("phone_1: A, phone_2: A, phone_3: A,", name, "phone_2");
    breaks("phone: A, phone2: A,", name, "phone2");
    breaks("line1_text: A, line2_text: A,", name, "line2_text");
    breaks("q3: A, q4: A,", name, "q4");
    is_fine("p50: A, p95: A, p99: A,");
    is_fine("sha1: A, sha256: A, ipv4: A, ipv6: A,");
    is_fine("phone: A, phone1_note: A,");
    is_fine("md5: A, s3_key: A, utf8: A,");
    let keys = "#[model(references = Player, on_delete = cascade)]";
    breaks(&format!("{keys} player1_id: A, {keys} player2_id: A,"), name, "player2_id");
    let message = &errors(&thing("phone1: A, phone2: A, phone3: A,"))[0].message;
    assert!(message.starts_with("`phone1`, `phone2` and `phone3` are one list"), "{message}");
}

#[test]
fn a_copy_is_told_from_a_fact() {
    let name = "no_transitive_copy";
    let author = "#[model(references = User, on_delete = cascade)] author_id: A,";
    for copy in ["author_name", "author_display_name", "author_email", "author_avatar_url"] {
        breaks(&format!("{author} {copy}: A,"), name, copy);
    }
    for fact in ["author_note", "author_since", "author_role", "author_email_hash", "authors_name"]
    {
        is_fine(&format!("{author} {fact}: A,"));
    }
    is_fine("author_name: A,");
    is_fine("author_id: A, author_name: A,");
    let team = "#[model(references = Team, on_delete = cascade)] author_team_id: A,";
    is_fine(&format!("{author} {team}"));
    let message = &errors(&thing(&format!("{author} {team} author_team_name: A,")))[0].message;
    assert!(message.contains("read `name` through `author_team_id`"), "{message}");
}

#[test]
fn a_reference_is_told_by_its_name() {
    let name = "foreign_key_ends_in_id";
    let parent = "#[model(references = Team, on_delete = cascade)]";
    breaks(&format!("{parent} team: A,"), name, "team");
    breaks(&format!("{parent} team_uuid: A,"), name, "team_uuid");
    breaks(&format!("{parent} user: A,"), name, "user");
    breaks(&format!("{parent} teamId: A,"), "column_is_snake_case", "teamId");
    is_fine(&format!("{parent} team_id: A,"));
    is_fine("#[model(references = Team, on_delete = cascade, column = \"team\")] team_id: A,");
}

#[test]
fn a_reference_says_what_happens_to_it() {
    let name = "foreign_key_states_on_delete";
    breaks("#[model(references = Team)] team_id: A,", name, "Team");
    breaks("#[model(on_delete = cascade)] team: A,", name, "cascade");
    let default = "#[model(references = Team, on_delete = set_default)] team_id: A,";
    breaks(default, name, "set_default");
    is_fine(&default.replace(")]", ", default = sql(\"x()\"))]"));
}

#[test]
fn a_reference_has_an_index_that_leads_with_it() {
    let name = "foreign_key_is_indexed";
    let team = |more: &str| {
        format!("#[model(references = Team, on_delete = cascade, index(none){more})] team_id: A,")
    };
    breaks(&team(""), name, "none");
    breaks(&team(", index(where = team_id.is_some())"), name, "none");
    breaks(&team(", index(gin)"), name, "none");
    is_fine(&team(", index(created_at)"));
    is_fine(&team(", unique"));
}

#[test]
fn names_fit_the_database() {
    let long = "a".repeat(63);
    is_fine(&format!("{long}: A,"));
    breaks(&format!("{long}a: A,"), "identifier_fits_63_bytes", &format!("{long}a"));
    breaks("#[model(column = \"größe\")] size: A,", "column_is_snake_case", "\"größe\"");
    breaks("#[model(column = \"\")] size: A,", "column_is_snake_case", "\"\"");
    breaks("r#where: A,", "identifier_is_not_reserved", "r#where");
    breaks("#[model(column = \"user\")] member: A,", "identifier_is_not_reserved", "\"user\"");
    is_fine("#[model(column = \"kind\")] r#where: A,");
    breaks("#[model(column = \"id\")] key: A,", "column_names_are_unique", "\"id\"");
    breaks("a: A, #[model(column = \"b\")] c: A, b: A,", "column_names_are_unique", "\"b\"");
    is_fine("#[model(renamed_from = \"Größe\")] size: A,");
}

#[test]
fn a_bound_is_in_bytes() {
    let umlauts = "ä".repeat(32);
    let source = thing("").replace("things", &umlauts);
    let found = said(&source);
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["table_is_snake_case", "identifier_fits_63_bytes"]);
}

#[test]
fn a_table_is_stated_and_proposed() {
    let source = thing("").replace("#[model(table = \"things\")]", "");
    let found = errors(&source.replace("Thing", "BlogCategory"));
    assert_eq!(found.len(), 1);
    assert!(found[0].message.contains("`#[model(table = \"blog_categories\")]`"));
}
