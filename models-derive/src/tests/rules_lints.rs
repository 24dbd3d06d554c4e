//! Conventions on rules that are for documents.

use super::{errors, said};

/// A document with this rule for reading, and whatever else.
fn note(keys: &str, select: &str, fields: &str) -> String {
    format!(
        r"
#[model({keys})]
#[access(select = {select}, insert = service, update = service, delete = service)]
struct Note {{
    #[model(id)]
    id: DocId<Note>,
    author: Uid,
    {fields}
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}}"
    )
}

const NOTES: &str = "collection = \"notes\"";

/// A table with this rule for reading.
fn row(select: &str) -> String {
    note("table = \"notes\"", select, "")
        .replace("DocId<Note>", "Id<Note>")
        .replace("author: Uid", "author: String")
}

#[test]
fn claim_is_not_user_editable() {
    let name = "claim_is_not_user_editable";
    for (claim, says) in [
        ("name", "users choose their `name` themselves"),
        ("picture", "users choose"),
        ("phone_number", "fix: let the server set a claim of another name"),
        ("email", "fix: write `auth.email()`"),
        ("sub", "fix: write `auth.uid()`"),
        ("user_id", "Firebase's own"),
        ("firebase.sign_in_provider", "the claim `firebase` is Firebase's own"),
        ("email_verified", "Firebase's own"),
        ("user_metadata.role", "users write `user_metadata` themselves"),
    ] {
        let rule = format!("auth.claim(\"{claim}\") == \"x\"");
        let source = note(NOTES, &rule, "");
        assert_eq!(said(&source), [(name.to_owned(), format!("auth.claim(\"{claim}\")"))]);
        let message = &errors(&source)[0].message;
        assert!(message.contains(says), "{message}");
    }
    for claim in ["role", "org.name", "names", "org.sub"] {
        let rule = format!("auth.claim(\"{claim}\") == \"x\"");
        assert_eq!(said(&note(NOTES, &rule, "")), [], "{claim}");
    }
    // Claims of a table are in `app_metadata`, where all names are free.
    assert_eq!(said(&row("auth.claim(\"name\") == \"x\"")), []);
}

#[test]
fn private_column_is_not_selectable_by_clients() {
    let name = "private_column_is_not_selectable_by_clients";
    let secret = "#[model(private)] secret: String,";
    for select in ["authenticated", "author == auth.uid()", "anyone"] {
        let found = said(&note(NOTES, select, secret));
        assert_eq!(found, [(name.to_owned(), "private".to_owned())], "{select}");
    }
    assert_eq!(said(&note(NOTES, "service", secret)), []);
    let rows = row("authenticated").replace("author: String", "#[model(private)] author: String");
    assert_eq!(said(&rows), []);
}
