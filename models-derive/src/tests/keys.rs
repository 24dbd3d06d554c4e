//! Keys that are written otherwise than here, and what people are told.

use super::errors;

/// The errors about a struct with this `#[model(..)]` and this field: what is
/// underlined and a part of the message, each once.
fn check(source: &str, under: &str, said: &str) {
    let found = errors(source);
    let [one] = found.as_slice() else { panic!("`{under}` is one error: {found:#?}") };
    assert_eq!(one.under, under, "{}", one.message);
    assert!(one.message.contains(said), "`{under}`: {}", one.message);
    assert!(one.message.contains("\n  fix: "), "`{under}`: {}", one.message);
}

fn source(entries: &str, field: &str) -> String {
    format!(
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
    )
}

#[test]
fn on_a_field() {
    for (entries, under, said) in [
        // Shapes.
        ("server = true", "server = true", "write `server`, or leave it out"),
        ("server(false)", "server(false)", "`server` takes nothing"),
        ("unique = true", "unique = true", "write `unique`"),
        ("index = hnsw", "index = hnsw", "`index` takes no `=`"),
        ("default(\"x\")", "default(\"x\")", "behind `=`"),
        ("default", "default", "says nothing by itself"),
        ("precision = \"12, 2\"", "precision = \"12, 2\"", "write `precision(12, 2)`"),
        ("precision(12)", "precision(12)", "takes two numbers"),
        ("column = kind", "kind", "write `column = \"kind\"`"),
        ("column: \"kind\"", "column", "a value stands behind `=`"),
        ("column \"kind\"", "column", "`=` is missing"),
        ("\"kind\"", "\"kind\"", "write `column = \"kind\"`"),
        ("index(gin).only", ".", "nothing stands behind this key"),
        // Habits.
        ("primary_key", "primary_key", "write `id`"),
        ("nullable", "nullable", "an `Option` may be absent"),
        ("type = \"text\"", "type", "follows from the field's"),
        ("rename = \"kind\"", "rename", "write `column = \"..\"`"),
        ("hnsw", "hnsw", "write `index(hnsw, cosine)`"),
        ("max_length = 3", "max_length", "stands in `#[validate(..)]`"),
        ("readonly", "readonly", "write `server`"),
        ("table = \"x\"", "table", "it stands on the struct"),
        // Defaults.
        ("default = Draft", "Draft", "`Enum::Draft`"),
        ("default = Utc::now()", "Utc::now()", "write `now()`"),
        ("default = vec![]", "vec![]", "write `[]`"),
        ("default = String::new()", "String::new()", "write `\"\"`"),
        ("default = None", "None", "leave it out"),
        ("default = Some(1)", "Some(1)", "without `Some`"),
        ("default = a + 1", "a + 1", "a number, a text"),
    ] {
        let field = format!("#[model({entries})] a: A,");
        check(&source("table = \"things\"", &field), under, said);
    }
}

#[test]
fn on_a_reference() {
    for (entries, under, said) in [
        ("references = \"Team\"", "\"Team\"", "write `references = Team`"),
        ("references = &Team", "&Team", "write `references = Team`"),
        ("references = Team::id", "Team::id", "write `references = Team`"),
        ("references = a::Team::id", "a::Team::id", "write `references = a::Team`"),
        ("references = auth.User", "auth.User", "write `references = auth::User`"),
        ("references = auth::users", "auth::users", "write `references = auth::User`"),
        ("references = 1", "1", "write `references = Parent`"),
        ("references(Team)", "references(Team)", "behind `=`"),
        ("foreign_key = Team", "foreign_key", "write `references = Parent"),
    ] {
        let field = format!("#[model({entries}, on_delete = cascade)] team_id: A,");
        check(&source("table = \"things\"", &field), under, said);
    }
    for (value, under, said) in [
        (" = \"cascade\"", "\"cascade\"", "write `on_delete = cascade`"),
        (" = \"SET NULL\"", "\"SET NULL\"", "write `on_delete = set_null`"),
        (" = set null", "set null", "write `on_delete = set_null`"),
        (" = SET_NULL", "SET_NULL", "did you mean `set_null`?"),
        (" = OnDelete::SetNull", "OnDelete::SetNull", "write `on_delete = set_null`"),
        ("(cascade)", "on_delete(cascade)", "behind `=`"),
    ] {
        let field = format!("#[model(references = Team, on_delete{value})] team_id: A,");
        check(&source("table = \"things\"", &field), under, said);
    }
}

#[test]
fn on_the_struct() {
    for (entries, under, said) in [
        ("table = things", "things", "write `table = \"things\"`"),
        ("table = \"\"", "\"\"", "write `table = \"things\"`"),
        ("table => \"things\"", "table", "a value stands behind `=`"),
        ("\"things\"", "\"things\"", "write `table = \"things\"`"),
        ("name = \"things\"", "name", "write `table = \"..\"`"),
    ] {
        check(&source(entries, ""), under, said);
    }
    for (entries, under, said) in [
        ("server", "server", "it stands on a field"),
        ("rls", "rls", "stands in `#[access(..)]`"),
        ("realtime = feed", "feed", "write `realtime = \"feed\"`"),
        ("collection_group = true", "collection_group = true", "or leave it out"),
        ("allow = \"has_created_at\"", "allow = \"has_created_at\"", "takes no `=`"),
        ("allow(\"has_id\", reason = \"x\")", "\"has_id\"", "write `allow(has_id, reason"),
        ("allow(has_id, \"old\")", "\"old\"", "behind `reason =`"),
        ("allow(has_id, reason = old)", "old", "behind `reason =`"),
    ] {
        check(&source(&format!("table = \"things\", {entries}"), ""), under, said);
    }
}

#[test]
fn in_an_index() {
    for (entries, under, said) in [
        ("index(\"id\")", "\"id\"", "write `id`"),
        ("unique(\"id\")", "\"id\"", "write `id`"),
        ("index(=)", "=", "with names alone"),
        ("index(id DESC)", "DESC", "write `id desc`"),
        ("index(id descending)", "descending", "write `id desc`"),
        ("index(id created_at)", "created_at", "a comma is missing"),
        ("unique(id desc)", "desc", "write `id` alone"),
        ("index(id, where id == 1)", "where", "behind `where =`"),
        ("index(id, created_at == 1)", "created_at", "write `where = created_at == ..`"),
        ("index(id, filter = id == 1)", "filter", "write `where = ..`"),
        ("index(id, hnsw(cosine))", "hnsw", "write `hnsw, cosine`"),
        ("index(id, method = hnsw)", "method", "words alone"),
        ("index(id, hnsw, cosin)", "cosin", "did you mean `cosine`?"),
        ("index(id, hnsw, cosine, m = \"16\")", "\"16\"", "takes a whole number"),
        ("index = id", "index = id", "takes no `=`"),
    ] {
        check(&source(&format!("table = \"things\", {entries}"), ""), under, said);
    }
}

/// Brackets are parentheses to which clippy pays no heed.
#[test]
fn brackets_are_as_good() {
    let source = source("table = \"things\", index[created_at, a], unique[a, updated_at]", "a: A,");
    assert!(errors(&source).is_empty(), "{:#?}", errors(&source));
}
