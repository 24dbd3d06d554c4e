//! Indexes that Firestore does not have, and what is said about them.

use models_core::firestore::{Billing, ErrorKind, Indexes, Limit};
use models_core::schema::{Expr, Field, Index, Method, ModelDef, Text, Type};
use models_tests::build::array;
use models_tests::collections::{
    collection, doc_id, document, index_over, missing, path, schema, stored, with_indexes,
};

use super::{MEMBERS, below, post};

/// The trouble with these models, of which the first says it.
fn trouble(models: impl IntoIterator<Item = ModelDef>) -> ErrorKind {
    match Indexes::new(&schema(models)) {
        Ok(indexes) => panic!("printed:\n{indexes}"),
        Err(error) => {
            assert_eq!(error.model, "Post");
            assert!(error.to_string().starts_with("`Post`: "), "{error}");
            error.trouble
        }
    }
}

fn with(index: Index) -> ErrorKind {
    trouble([with_indexes(post([]), vec![index])])
}

#[test]
fn parts() {
    let flat = |fields: &[&str]| Index { method: Method::Flat, ..index_over(fields) };
    let wrong = |field: &str| ErrorKind::Index(field.to_owned());
    assert_eq!(with(index_over(&[])), ErrorKind::EmptyIndex);
    assert_eq!(with(index_over(&["x"])), ErrorKind::NoField("x".to_owned()));
    assert_eq!(with(index_over(&["author", "author"])), ErrorKind::PartTwice("author".to_owned()));
    assert_eq!(with(index_over(&["author", "near"])), wrong("near"));
    assert_eq!(with(index_over(&["-tags", "author"])), wrong("tags"));
    assert_eq!(with(index_over(&["id", "author"])), wrong("id"));
    assert_eq!(with(flat(&["author"])), wrong("author"));
    assert_eq!(with(flat(&["near", "author"])), wrong("near"));
    assert_eq!(with(flat(&["-near"])), wrong("near"));
    assert_eq!(with(flat(&["near", "id"])), wrong("near"));
    assert_eq!(with(flat(&["author", "id"])), wrong("id"));
    let filter = Some(Expr::Anyone);
    assert_eq!(with(Index { filter, ..index_over(&["author"]) }), ErrorKind::Partial);
    let include = vec![Text::Borrowed("tags")].into();
    assert_eq!(with(Index { include, ..index_over(&["author"]) }), ErrorKind::Partial);
    let index = index_over(&["author", "created_at"]);
    assert_eq!(
        trouble([with_indexes(post([]), vec![index.clone(), index])]),
        ErrorKind::IndexTwice("author, createdAt".to_owned())
    );
}

#[test]
fn the_id_alone_needs_no_index() {
    assert_eq!(with(index_over(&["id"])), ErrorKind::Index("id".to_owned()));
}

#[test]
fn lists_and_vectors() {
    let more = [stored("more", array(Type::Text))];
    let two = with_indexes(post(more), vec![index_over(&["tags", "more"])]);
    assert_eq!(trouble([two]), ErrorKind::TwoLists("more".to_owned()));
    for dimensions in [0, 2049] {
        let model = post([stored("wide", Type::HalfVector(dimensions))]);
        let index = Index { method: Method::Flat, ..index_over(&["wide"]) };
        let trouble = trouble([with_indexes(model, vec![index])]);
        assert_eq!(trouble, ErrorKind::Dimensions { field: "wide".to_owned(), dimensions });
        assert!(trouble.to_string().contains("2048"), "{trouble}");
    }
}

#[test]
fn what_is_in_the_path() {
    let mut model = below([]);
    let mut team = Field { document: None, ..stored("team_id", Type::DocumentId) };
    team.ancestor = Some(path(&[("Team", "teams")]).into());
    model.fields.to_mut().push(team.clone());
    let indexed = with_indexes(model.clone(), vec![index_over(&["team_id", "author"])]);
    assert_eq!(trouble([indexed]), ErrorKind::InPath("team_id".to_owned()));
    team.ancestor = Some(path(&[("Other", "others")]).into());
    *model.fields.to_mut().last_mut().unwrap() = team;
    assert_eq!(trouble([model]), ErrorKind::Ancestor("team_id".to_owned()));
}

#[test]
fn documents() {
    let twice = [stored("a", Type::Text), stored("b", Type::Text).document("a")];
    assert_eq!(trouble([post(twice)]), ErrorKind::FieldTwice("a".to_owned()));
    assert_eq!(trouble([post([doc_id()])]), ErrorKind::Key);
    assert_eq!(trouble([document(&[("Post", "posts")], Vec::new())]), ErrorKind::Key);
    assert_eq!(trouble([post([]), post([])]), ErrorKind::CollectionTwice);
    for name in ["", ".", "..", "a/b", "__id__", "a\0"] {
        let name_is = |trouble| matches!(trouble, ErrorKind::Name { name: it, .. } if it == name);
        let mut model = post([]);
        collection(&mut model).path = path(&[("Post", name)]).into();
        assert!(name_is(trouble([model])), "{name:?}");
        let mut field = stored("a", Type::Text);
        field.document = Some(Text::Owned(name.to_owned()));
        assert!(name_is(trouble([post([field])])), "{name:?}");
    }
}

#[test]
fn ttl() {
    let ttl = |name| missing(name, Type::Timestamp).ttl();
    assert_eq!(
        trouble([post([ttl("a"), ttl("b")])]),
        ErrorKind::TwoTtls { first: "a".to_owned(), second: "b".to_owned() }
    );
    let mut other = below([missing("a", Type::Timestamp)]);
    other.name = "Other".into();
    let foreign = ErrorKind::ForeignTtl { field: "a".to_owned(), other: "Other".to_owned() };
    assert_eq!(trouble([post([ttl("a")]), other.clone()]), foreign);
    assert_eq!(trouble([other, post([ttl("a")])]), foreign);
}

#[test]
fn a_copy_that_nobody_could_find() {
    let copy = missing("name", Type::Text).copy_of(&MEMBERS, "name", "id").server();
    assert_eq!(
        trouble([below([copy.clone()])]),
        ErrorKind::CopyByKey { field: "name".to_owned(), via: "id".to_owned() }
    );
    let gone = copy.copy_of(&MEMBERS, "name", "gone");
    assert_eq!(trouble([below([gone])]), ErrorKind::NoField("gone".to_owned()));
}

#[test]
fn no_index_and_one() {
    let unindexed = || stored("text", Type::Text).unindexed();
    let both = ErrorKind::Unindexed("text".to_owned());
    assert_eq!(trouble([with_indexes(post([unindexed()]), vec![index_over(&["text"])])]), both);
    let mut ruled = post([unindexed()]);
    ruled.access.select.allow = Expr::IsSome(models_core::schema::Operand::Field("text".into()));
    assert_eq!(trouble([ruled]), both);
    let copy = missing("name", Type::Text).copy_of(&MEMBERS, "name", "text").server();
    assert_eq!(trouble([below([unindexed(), copy])]), both);
}

/// A model with so many indexes over two fields.
fn many(number: usize) -> ModelDef {
    let fields: Vec<Field> = (0..=number)
        .map(|at| {
            let name = format!("f{at}");
            let mut field = stored("", Type::Text);
            field.document = Some(Text::Owned(name.clone()));
            field.name = Text::Owned(name);
            field
        })
        .collect();
    let names: Vec<String> = fields.iter().map(|field| field.name.to_string()).collect();
    let indexes = names[1..].iter().map(|name| index_over(&["f0", name])).collect();
    with_indexes(post(fields), indexes)
}

#[test]
fn no_more_than_firestore_keeps() {
    let too_many = |limit: Limit, number| ErrorKind::TooMany { limit, number };
    assert!(Indexes::new(&schema([many(200)])).is_ok());
    let limit = Limit::CompositeIndexes(Billing::Disabled);
    assert_eq!(trouble([many(201)]), too_many(limit, 201));
    assert!(too_many(limit, 201).to_string().contains("200"));
    assert!(Indexes::within(&schema([many(1000)]), Billing::Enabled).is_ok());
    let paid = Indexes::within(&schema([many(1001)]), Billing::Enabled).unwrap_err();
    assert_eq!(paid.trouble, too_many(Limit::CompositeIndexes(Billing::Enabled), 1001));

    let mut wide = many(100);
    let all = |model: &ModelDef, number: usize| {
        let names: Vec<String> =
            model.fields[6..6 + number].iter().map(|f| f.name.to_string()).collect();
        index_over(&names.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let fits = all(&wide, 100);
    wide = with_indexes(wide, vec![fits]);
    assert!(Indexes::new(&schema([wide.clone()])).is_ok());
    let index = all(&wide, 101);
    assert_eq!(trouble([with_indexes(wide, vec![index])]), too_many(Limit::FieldsOfAnIndex, 101));
}

#[test]
fn no_more_fields_with_settings_than_firestore_keeps() {
    // Two moments each.
    let collections = |number: usize| {
        let names: Vec<String> = (0..number).map(|at| format!("posts{at:04}")).collect();
        let model = |name: &String| {
            let mut model = post([]);
            collection(&mut model).path = path(&[("Post", name)]).into();
            model
        };
        schema(names.iter().map(model))
    };
    assert!(Indexes::new(&collections(100)).is_ok());
    let error = Indexes::new(&collections(101)).unwrap_err();
    let limit = Limit::FieldOverrides(Billing::Disabled);
    assert_eq!(error.trouble, ErrorKind::TooMany { limit, number: 201 });
    assert!(Indexes::within(&collections(101), Billing::Enabled).is_ok());
}
