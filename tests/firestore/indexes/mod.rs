//! `firestore.indexes.json`.

mod errors;
mod firebase_tools;
mod generated;
mod strict;

use models_core::firestore::{FieldOverride, Indexes, Scope};
use models_core::schema::{
    Check, CollectionPath, Count, Expr, Field, Method, ModelDef, Operand, Operator, Schema, Text,
    Type, ValueRule,
};
use models_tests::build::{array, compare};
use models_tests::collections::{
    collection, doc_id, document, index_over, missing, moments, path, schema, stored, with_indexes,
};
use strict::assert_strict;

use crate::discussion;

/// Whose names are copied.
static MEMBERS: CollectionPath = CollectionPath {
    model: Text::Borrowed("Member"),
    collection: Text::Borrowed("members"),
    parent: None,
};

/// A model in `posts`, with moments, a list and a vector.
fn post(more: impl IntoIterator<Item = Field>) -> ModelDef {
    let fields = [
        doc_id(),
        stored("author", Type::Uid),
        stored("tags", array(Type::Text)),
        stored("near", Type::Vector(3)),
    ];
    document(&[("Post", "posts")], fields.into_iter().chain(moments()).chain(more).collect())
}

/// The same under `teams`.
fn below(more: impl IntoIterator<Item = Field>) -> ModelDef {
    let mut model = post(more);
    collection(&mut model).path = path(&[("Team", "teams"), ("Post", "posts")]).into();
    model
}

/// The composite indexes, each in a line.
fn composites(schema: &Schema) -> Vec<String> {
    let indexes = Indexes::new(schema).unwrap();
    assert_strict(&indexes.to_string());
    let line = |index: &models_core::firestore::CompositeIndex<'_>| {
        let fields: Vec<_> =
            index.fields.iter().map(|field| format!("{} {:?}", field.path, field.mode)).collect();
        format!("{} {:?}: {}", index.collection, index.scope, fields.join(", "))
    };
    indexes.composites().iter().map(line).collect()
}

/// What is said of one field, each index in a word; `None` for nothing.
fn said(schema: &Schema, field: &str) -> Option<(bool, Vec<String>)> {
    let indexes = Indexes::new(schema).unwrap();
    assert_strict(&indexes.to_string());
    let found: Vec<&FieldOverride<'_>> =
        indexes.overrides().iter().filter(|one| one.path.to_string() == field).collect();
    assert!(found.len() < 2, "{found:?}");
    let word = |scope, mode| {
        let scope = if scope == Scope::CollectionGroup { "group" } else { "own" };
        format!("{scope} {mode:?}")
    };
    found.first().map(|one| {
        (one.ttl, one.indexes.iter().map(|index| word(index.scope, index.mode)).collect())
    })
}

#[test]
fn of_the_discussion() {
    let text = Indexes::new(&discussion::SCHEMA).unwrap().to_string();
    assert_strict(&text);
    insta::assert_snapshot!(text);
}

#[test]
fn an_index_over_one_field_is_firestores_own() {
    let model = with_indexes(post([]), vec![index_over(&["author"]), index_over(&["tags"])]);
    let schema = schema([model]);
    assert_eq!(composites(&schema), [""; 0]);
    assert_eq!(said(&schema, "author"), None);
    assert_eq!(said(&schema, "tags"), None);
}

#[test]
fn a_group_has_its_own_indexes() {
    let indexes = vec![index_over(&["-author", "createdAt"]), index_over(&["-author"])];
    let mut model = below([stored("list", array(Type::Text))]);
    collection(&mut model).group = true;
    let mut model = with_indexes(model, indexes);
    collection(&mut model).indexes.to_mut()[0].parts.to_mut()[1].field = "created_at".into();
    collection(&mut model).indexes.to_mut().push(index_over(&["list"]));
    let schema = schema([model]);
    assert_eq!(
        composites(&schema),
        [
            "posts CollectionGroup: author Descending, createdAt Ascending",
            "posts Collection: author Descending, createdAt Ascending",
        ]
    );
    let words = |words: &[&str]| Some((false, words.iter().map(|&word| word.into()).collect()));
    assert_eq!(
        said(&schema, "author"),
        words(&["group Descending", "own Ascending", "own Descending"])
    );
    assert_eq!(said(&schema, "list"), words(&["group Contains", "own Contains"]));
    assert_eq!(said(&schema, "tags"), None);
}

#[test]
fn the_path_of_a_document_is_added_by_itself() {
    let lines = |fields: &[&str]| {
        composites(&schema([with_indexes(post([]), vec![index_over(fields)])])).join("\n")
    };
    assert_eq!(
        lines(&["author", "-created_at", "-id"]),
        "posts Collection: author Ascending, createdAt Descending"
    );
    assert_eq!(
        lines(&["author", "-created_at", "id"]),
        "posts Collection: author Ascending, createdAt Descending, __name__ Ascending"
    );
    // A list has no direction: what follows it ascends.
    assert_eq!(lines(&["tags", "id"]), "");
    assert_eq!(lines(&["tags", "-id"]), "posts Collection: tags Contains, __name__ Descending");
    assert_eq!(lines(&["author", "id"]), "");
}

#[test]
fn every_kind_of_vector_index_is_flat() {
    use models_core::schema::Distance::Cosine;
    let methods = [
        Method::Flat,
        Method::Hnsw { distance: Cosine, m: None, ef_construction: None },
        Method::IvfFlat { distance: Cosine, lists: None },
    ];
    for method in methods {
        let mut alone = index_over(&["near"]);
        alone.method = method;
        let mut filtered = index_over(&["author", "near"]);
        filtered.method = alone.method.clone();
        let schema = schema([with_indexes(post([]), vec![alone, filtered])]);
        assert_eq!(
            composites(&schema),
            [
                "posts Collection: author Ascending, near Vector(3)",
                "posts Collection: near Vector(3)"
            ]
        );
    }
}

#[test]
fn what_grows_is_not_indexed_unless_it_is_asked_for() {
    let exempt = Some((false, Vec::new()));
    let plain = schema([with_indexes(post([]), vec![index_over(&["author", "-created_at"])])]);
    assert_eq!(said(&plain, "createdAt"), exempt);
    assert_eq!(said(&plain, "updatedAt"), exempt);
    let declared = schema([with_indexes(post([]), vec![index_over(&["-created_at"])])]);
    assert_eq!(said(&declared, "createdAt"), None);
    assert_eq!(said(&declared, "updatedAt"), exempt);
    // A query has to name what the rule asks for.
    let mut model = post([]);
    let asked = compare(Operand::Field("updated_at".into()), Operator::Lt, Operand::Now);
    model.access.select.allow = Expr::Not(Expr::Or(vec![Expr::Nobody, asked].into()).into());
    let ruled = schema([model]);
    assert_eq!(said(&ruled, "createdAt"), exempt);
    assert_eq!(said(&ruled, "updatedAt"), None);
    // Settings are kept by the name of a collection: another model's posts too.
    let other = with_indexes(below([]), vec![index_over(&["created_at"])]);
    let both = schema([post([]), other]);
    assert_eq!(said(&both, "createdAt"), None);
    assert_eq!(said(&both, "updatedAt"), exempt);
    // Another type under that name does not grow.
    let mut other = below([]);
    other.fields.to_mut()[4].kind = Type::Text;
    assert_eq!(said(&schema([post([]), other]), "createdAt"), None);
}

#[test]
fn a_text_that_no_index_holds_whole_has_none() {
    let text = |max, kind| {
        let rule = ValueRule::new(Check::Length(Count { min: None, max: Some(max) }));
        Field { rules: vec![rule].into(), ..stored("text", kind) }
    };
    assert_eq!(said(&schema([post([text(1500, Type::Text)])]), "text"), None);
    assert_eq!(said(&schema([post([text(1501, Type::Bytes)])]), "text"), None);
    let long = || post([text(1501, Type::Text)]);
    assert_eq!(said(&schema([long()]), "text"), Some((false, Vec::new())));
    let asked = with_indexes(long(), vec![index_over(&["text"])]);
    assert_eq!(said(&schema([asked]), "text"), None);
}

#[test]
fn what_is_declared_to_have_no_index_has_none() {
    let plain = || stored("text", Type::Text);
    let exempt = Some((false, Vec::new()));
    let alone = schema([post([plain().unindexed()])]);
    assert_eq!(said(&alone, "text"), exempt);
    let composite =
        with_indexes(post([plain().unindexed()]), vec![index_over(&["author", "text"])]);
    assert_eq!(said(&schema([composite]), "text"), exempt);
    // Another model's posts may ask for it.
    assert_eq!(said(&schema([post([plain().unindexed()]), below([plain()])]), "text"), None);
    let both = schema([post([plain().unindexed()]), below([plain().unindexed()])]);
    assert_eq!(said(&both, "text"), exempt);
}

#[test]
fn a_ttl_is_one_field_of_a_name() {
    let ttl = || missing("expires", Type::Timestamp).ttl();
    assert_eq!(said(&schema([post([ttl()])]), "expires"), Some((true, Vec::new())));
    let declared = schema([with_indexes(post([ttl()]), vec![index_over(&["expires"])])]);
    let own = ["own Ascending", "own Descending"].map(str::to_owned).to_vec();
    assert_eq!(said(&declared, "expires"), Some((true, own)));
    // In both, it means the same.
    assert_eq!(said(&schema([post([ttl()]), below([ttl()])]), "expires"), Some((true, Vec::new())));
}

#[test]
fn copies_are_found_through_a_group() {
    let copy = |via| missing("author_name", Type::Text).copy_of(&MEMBERS, "name", via).server();
    let found = ["group Ascending", "own Ascending", "own Descending"].map(str::to_owned).to_vec();
    assert_eq!(said(&schema([below([copy("author")])]), "author"), Some((false, found)));
    // At the top, a plain query finds them; by an id above, a plain listing.
    assert_eq!(said(&schema([post([copy("author")])]), "author"), None);
    assert_eq!(said(&schema([post([copy("id")])]), "author"), None);
    let mut model = below([copy("team_id")]);
    let team = stored("team_id", Type::DocumentId);
    let mut team = Field { document: None, ..team };
    team.ancestor = Some(path(&[("Team", "teams")]).into());
    model.fields.to_mut().push(team);
    assert_eq!(said(&schema([model]), "author"), None);
}

#[test]
fn names_are_quoted_where_they_must_be() {
    let model = post([stored("order-id", Type::Text), stored("a`\\.b\n\u{202e}", Type::Text)]);
    let index = index_over(&["order-id", "a`\\.b\n\u{202e}"]);
    let schema = schema([with_indexes(model, vec![index])]);
    let text = Indexes::new(&schema).unwrap().to_string();
    assert_strict(&text);
    assert!(text.contains(r#""fieldPath": "`order-id`""#), "{text}");
    assert!(text.contains(r#""fieldPath": "`a\\`\\\\.b\n\u202e`""#), "{text}");
}

#[test]
fn the_order_of_the_models_changes_nothing() {
    let mut models = discussion::SCHEMA.models.to_vec();
    let text = Indexes::new(&discussion::SCHEMA).unwrap().to_string();
    for _ in 0..models.len() {
        models.rotate_left(1);
        assert_eq!(Indexes::new(&schema(models.clone())).unwrap().to_string(), text);
    }
}
