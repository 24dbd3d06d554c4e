//! A mistake hides no other: what can be read of an attribute is read.

use super::said;

/// The errors about a struct with this `#[model(..)]` and this field.
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
    said(&source).into_iter().map(|(_, under)| under).collect()
}

#[test]
fn what_stands_beside_a_mistake_is_read() {
    assert_eq!(model("tabel = \"x\", indx(id), schema = \"Y\"", ""), ["tabel", "indx", "\"Y\""]);
    let table = "table = \"things\"";
    assert_eq!(
        model(table, "#[model(uniqe, references = Team)] team: A,"),
        ["uniqe", "team", "Team"]
    );
    assert_eq!(
        model(table, "#[model(column = 3, default = {}, server, imutable)] a: A,"),
        ["3", "{}", "imutable"]
    );
}

#[test]
fn a_mistyped_key_is_not_a_missing_one() {
    let table = "table = \"things\"";
    assert_eq!(model("tabel = \"things\"", ""), ["tabel"]);
    assert_eq!(model("table(things)", ""), ["table(things)"]);
    let team = |keys: &str| model(table, &format!("#[model({keys})] team_id: A,"));
    assert_eq!(team("references = Team, on_delet = cascade"), ["on_delet"]);
    assert_eq!(team("references = Team, on_delete = cascad"), ["cascad"]);
    assert_eq!(team("refernces = Team, on_delete = cascade"), ["refernces"]);
    assert_eq!(
        model(table, "#[model(colum = \"kind\")] r#type: A, r#where: A,"),
        ["colum", "r#where"]
    );
}

#[test]
fn a_key_that_nobody_knows_may_have_been_any() {
    let team = "#[model(references = Team, xyzzy)] team_id: A,";
    assert_eq!(model("table = \"things\"", team), ["xyzzy"]);
    assert_eq!(model("name = \"things\"", ""), ["name"]);
}

#[test]
fn a_key_is_said_once_and_the_first_counts() {
    let found = model("table = \"things\", table = \"Others\"", "");
    assert_eq!(found, ["table = \"Others\""]);
}

#[test]
fn what_is_no_entry_is_left_out() {
    assert_eq!(model("table = \"things\" schema = \"Y\"", ""), ["schema", "\"Y\""]);
    assert_eq!(model("=, table = \"Things\"", ""), ["=", "\"Things\""]);
    assert_eq!(model("table =, schema = \"Y\"", ""), [",", "\"Y\""]);
    assert_eq!(model("", "").len(), 1);
    assert_eq!(model("\"table\", table = \"things\"", ""), ["\"table\""]);
}
