//! Conventions on documents: names, paths, copies, and whose key is whose.

use super::{errors, said};

fn note(keys: &str, fields: &str) -> String {
    format!(
        r"
#[model({keys})]
#[access(select = authenticated, insert = service, update = service, delete = service)]
struct Note {{
    #[model(id)]
    id: DocId<Note>,
    {fields}
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}}"
    )
}

const NOTES: &str = "collection = \"notes\"";

#[track_caller]
fn breaks(keys: &str, fields: &str, convention: &str, under: &str) {
    let expected = [(convention.to_owned(), under.to_owned())];
    assert_eq!(said(&note(keys, fields)), expected, "{keys} {fields}");
}

#[track_caller]
fn is_fine(keys: &str, fields: &str) {
    assert_eq!(said(&note(keys, fields)), [], "{keys} {fields}");
}

#[test]
fn names_are_spelt_alike_and_legal() {
    breaks("collection = \"Notes\"", "", "collection_is_camel_case", "\"Notes\"");
    breaks("collection = \"my-notes\"", "", "collection_is_camel_case", "\"my-notes\"");
    breaks("collection = \"\"", "", "document_name_is_legal", "\"\"");
    breaks("collection = \"..\"", "", "document_name_is_legal", "\"..\"");
    breaks("collection = \"__a__\"", "", "document_name_is_legal", "\"__a__\"");
    let long = format!("\"{}\"", "a".repeat(1_501));
    breaks(&format!("collection = {long}"), "", "document_name_is_legal", &long);
    is_fine(&format!("collection = \"{}\"", "a".repeat(1_500)), "");
    let field = "#[model(field = \"b c\")] text: A,";
    breaks(NOTES, field, "document_field_is_camel_case", "\"b c\"");
    breaks(NOTES, "_text: A,", "document_field_is_camel_case", "_text");
    is_fine(NOTES, "r#type: A, body_text: A,");
}

/// What a column may not be called, a document field may.
#[test]
fn a_document_is_not_judged_as_a_table() {
    is_fine(NOTES, "user: A, order: A,");
    is_fine(NOTES, "team_id: DocId<Team>,");
    is_fine(NOTES, "readCount: A,");
}

#[test]
fn two_fields_of_one_name_are_told() {
    let name = "document_names_are_unique";
    breaks(NOTES, "line2: A, line_2: A,", name, "line_2");
    breaks(NOTES, "#[model(field = \"b\")] a: A, b: A,", name, "\"b\"");
    breaks(NOTES, "b: A, #[model(field = \"b\")] a: A,", name, "\"b\"");
    is_fine(NOTES, "#[model(field = \"b\")] a: A, #[model(field = \"a\")] b: A,");
}

#[test]
fn a_path_is_stated_once() {
    let name = "subcollection_names_its_parent";
    let nested = "collection = \"notes\", subcollection_of = Thread";
    is_fine(nested, "#[model(parent)] thread_id: A, #[model(parent = Team)] team_id: A,");
    breaks(NOTES, "#[model(parent)] thread_id: A,", name, "parent");
    breaks(nested, "#[model(parent)] a: A, #[model(parent)] b: A,", name, "parent");
    breaks("collection = \"notes\", subcollection_of = Note", "", name, "Note");
    breaks("collection = \"notes\", subcollection_of = Self", "", name, "Self");
}

#[test]
fn a_copy_says_all_of_it() {
    let name = "copy_names_its_source";
    let copy = |keys: &str| format!("author: A, #[model({keys})] by: A,");
    is_fine(NOTES, &copy("copy_of = Member::name, via = author, server"));
    breaks(NOTES, &copy("copy_of = Member::name, server"), name, "Member::name");
    breaks(NOTES, &copy("copy_of = Member::name, via = author"), name, "Member::name");
    breaks(NOTES, &copy("copy_of = Member::name, via = by, server"), name, "by");
    breaks(NOTES, &copy("via = author"), name, "author");
    is_fine(NOTES, &copy("copy_of = a::Member::name, via = author, server"));
    for wrong in ["copy_of = name", "copy_of = \"Member::name\"", "copy_of"] {
        let keys = format!("{wrong}, via = author, server");
        let found = errors(&note(NOTES, &copy(&keys)));
        let [one] = found.as_slice() else { panic!("`{wrong}` is one error: {found:#?}") };
        assert!(one.message.contains("`copy_of = Member::display_name`"), "{}", one.message);
    }
}

#[test]
fn what_one_engine_cannot_do_is_no_key_of_it() {
    let name = "key_belongs_to_its_engine";
    breaks("collection = \"notes\", unique(a)", "a: A,", name, "unique(a)");
    breaks("collection = \"notes\", index(a, b, where = a == 1)", "a: A, b: A,", name, "a");
    breaks("collection = \"notes\", index(a, b, include(c))", "a: A, b: A, c: A,", name, "c");
    breaks(NOTES, "#[model(index(gin))] a: A,", name, "index(gin)");
    breaks(NOTES, "#[model(index(hnsw, cosine), server)] a: A,", name, "index(hnsw, cosine)");
    breaks(NOTES, "#[model(references = Team, on_delete = cascade)] team_id: A,", name, "Team");
    breaks(NOTES, "#[model(only = firestore)] a: A,", name, "firestore");
    is_fine(NOTES, "#[model(index(flat), server)] a: A, #[model(ttl)] b: A,");
    is_fine(NOTES, "#[model(index(none))] a: A,");
    let found = errors(&note("table = \"notes\"", "#[model(index(none))] a: A,"));
    let [one] = found.as_slice() else { panic!("it is one error: {found:#?}") };
    assert!(one.message.contains("`index(none)` says nothing here"), "{}", one.message);
    breaks(
        NOTES,
        "#[model(index(flat, cosine), server)] a: A,",
        "vector_states_its_distance",
        "cosine",
    );
    breaks("table = \"notes\", index(a, only = firestore)", "a: A,", name, "firestore");
    breaks("table = \"notes\"", "#[model(index(flat))] a: A,", name, "index(flat)");
    let both = "table = \"notes\", collection = \"notes\"";
    breaks(&format!("{both}, unique(a)"), "a: A,", name, "unique(a)");
    is_fine(&format!("{both}, unique(a, only = postgres)"), "a: A,");
    is_fine(both, "#[model(only = firestore, field = \"userName\")] user: Option<A>,");
}

#[test]
fn raw_text_is_for_one_engine() {
    let rule = |keys: &str, rule: &str| {
        note(keys, "").replace("select = authenticated", &format!("select = {rule}"))
    };
    assert_eq!(said(&rule(NOTES, "rules(\"true\")")), []);
    let name = "key_belongs_to_its_engine".to_owned();
    assert_eq!(said(&rule(NOTES, "sql(\"true\")")), [(name, "sql(\"true\")".to_owned())]);
}
