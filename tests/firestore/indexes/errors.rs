//! Indexes that Firestore does not have, and what is said about them.

use models_core::firestore::{Billing, ErrorKind, IndexLimit, Indexes};
use models_core::schema::{Expr, Field, Index, Method, ModelDef, Text, Type};
use models_tests::build::array;
use models_tests::collections::{
    collection, doc_id, document, index_over, missing, path, schema, stored, with_indexes,
};

use super::{MEMBERS, below, post};

/// The field that is wrong, and what is wrong.
type Refusal = (Option<String>, ErrorKind);

fn of(field: &str, kind: ErrorKind) -> Refusal {
    (Some(field.to_owned()), kind)
}

fn whole(kind: ErrorKind) -> Refusal {
    (None, kind)
}

/// What is wrong with these models, of which the first is refused.
fn error(models: impl IntoIterator<Item = ModelDef>) -> Refusal {
    match Indexes::new(&schema(models)) {
        Ok(indexes) => panic!("printed:\n{indexes}"),
        Err(error) => {
            assert_eq!(error.model, "Post");
            assert!(error.to_string().starts_with("`Post"), "{error}");
            (error.field, error.kind)
        }
    }
}

fn with(index: Index) -> Refusal {
    error([with_indexes(post([]), vec![index])])
}

#[test]
fn parts() {
    let flat = |fields: &[&str]| Index { method: Method::Flat, ..index_over(fields) };
    let wrong = |field: &str| of(field, ErrorKind::Index);
    assert_eq!(with(index_over(&[])), whole(ErrorKind::EmptyIndex));
    assert_eq!(with(index_over(&["x"])), of("x", ErrorKind::NoField));
    assert_eq!(with(index_over(&["author", "author"])), of("author", ErrorKind::PartTwice));
    assert_eq!(with(index_over(&["author", "near"])), wrong("near"));
    assert_eq!(with(index_over(&["-tags", "author"])), wrong("tags"));
    assert_eq!(with(index_over(&["id", "author"])), wrong("id"));
    assert_eq!(with(flat(&["author"])), wrong("author"));
    assert_eq!(with(flat(&["near", "author"])), wrong("near"));
    assert_eq!(with(flat(&["-near"])), wrong("near"));
    assert_eq!(with(flat(&["near", "id"])), wrong("near"));
    assert_eq!(with(flat(&["author", "id"])), wrong("id"));
    let filter = Some(Expr::Anyone);
    assert_eq!(with(Index { filter, ..index_over(&["author"]) }), whole(ErrorKind::Partial));
    let include = vec![Text::Borrowed("tags")].into();
    assert_eq!(with(Index { include, ..index_over(&["author"]) }), whole(ErrorKind::Partial));
    let index = index_over(&["author", "created_at"]);
    assert_eq!(
        error([with_indexes(post([]), vec![index.clone(), index])]),
        whole(ErrorKind::IndexTwice("author, createdAt".to_owned()))
    );
}

#[test]
fn the_id_alone_needs_no_index() {
    assert_eq!(with(index_over(&["id"])), of("id", ErrorKind::Index));
}

#[test]
fn lists_and_vectors() {
    let more = [stored("more", array(Type::Text))];
    let two = with_indexes(post(more), vec![index_over(&["tags", "more"])]);
    assert_eq!(error([two]), of("more", ErrorKind::TwoLists));
    for dimensions in [0, 2049] {
        let model = post([stored("wide", Type::HalfVector(dimensions))]);
        let index = Index { method: Method::Flat, ..index_over(&["wide"]) };
        let (field, kind) = error([with_indexes(model, vec![index])]);
        assert!(kind.to_string().contains("2048"), "{kind}");
        assert_eq!((field, kind), of("wide", ErrorKind::Dimensions(dimensions)));
    }
}

#[test]
fn what_is_in_the_path() {
    let mut model = below([]);
    let mut team = Field { document: None, ..stored("team_id", Type::DocumentId) };
    team.ancestor = Some(path(&[("Team", "teams")]).into());
    model.fields.to_mut().push(team.clone());
    let indexed = with_indexes(model.clone(), vec![index_over(&["team_id", "author"])]);
    assert_eq!(error([indexed]), of("team_id", ErrorKind::InPath));
    team.ancestor = Some(path(&[("Other", "others")]).into());
    *model.fields.to_mut().last_mut().unwrap() = team;
    assert_eq!(error([model]), of("team_id", ErrorKind::Ancestor));
}

#[test]
fn documents() {
    let twice = [stored("a", Type::Text), stored("b", Type::Text).document("a")];
    assert_eq!(error([post(twice)]), whole(ErrorKind::FieldTwice("a".to_owned())));
    assert_eq!(error([post([doc_id()])]), whole(ErrorKind::Key));
    assert_eq!(error([document(&[("Post", "posts")], Vec::new())]), whole(ErrorKind::Key));
    assert_eq!(error([post([]), post([])]), whole(ErrorKind::CollectionTwice));
    for name in ["", ".", "..", "a/b", "__id__", "a\0"] {
        let name_is = |(_, kind)| matches!(kind, ErrorKind::Name { name: it, .. } if it == name);
        let mut model = post([]);
        collection(&mut model).path = path(&[("Post", name)]).into();
        assert!(name_is(error([model])), "{name:?}");
        let mut field = stored("a", Type::Text);
        field.document = Some(Text::Owned(name.to_owned()));
        assert!(name_is(error([post([field])])), "{name:?}");
    }
}

#[test]
fn ttl() {
    let ttl = |name| missing(name, Type::Timestamp).ttl();
    assert_eq!(error([post([ttl("a"), ttl("b")])]), of("b", ErrorKind::TwoTtls("a".to_owned())));
    let mut other = below([missing("a", Type::Timestamp)]);
    other.name = "Other".into();
    let foreign = of("a", ErrorKind::ForeignTtl("Other".to_owned()));
    assert_eq!(error([post([ttl("a")]), other.clone()]), foreign);
    assert_eq!(error([other, post([ttl("a")])]), foreign);
}

#[test]
fn a_copy_that_could_not_be_found() {
    let copy = missing("name", Type::Text).copy_of(&MEMBERS, "name", "id").server();
    assert_eq!(error([below([copy.clone()])]), of("name", ErrorKind::CopyByKey("id".to_owned())));
    let gone = copy.copy_of(&MEMBERS, "name", "gone");
    assert_eq!(error([below([gone])]), of("gone", ErrorKind::NoField));
}

#[test]
fn no_index_and_one() {
    let unindexed = || stored("text", Type::Text).unindexed();
    let both = of("text", ErrorKind::Unindexed);
    assert_eq!(error([with_indexes(post([unindexed()]), vec![index_over(&["text"])])]), both);
    let mut ruled = post([unindexed()]);
    ruled.access.select.allow = Expr::IsSome(models_core::schema::Operand::Field("text".into()));
    assert_eq!(error([ruled]), both);
    let copy = missing("name", Type::Text).copy_of(&MEMBERS, "name", "text").server();
    assert_eq!(error([below([unindexed(), copy])]), both);
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
fn no_more_than_firestore_allows() {
    let too_many = |limit: IndexLimit, number| ErrorKind::TooMany { limit, number };
    assert!(Indexes::new(&schema([many(200)])).is_ok());
    let limit = IndexLimit::CompositeIndexes(Billing::Disabled);
    assert_eq!(error([many(201)]), whole(too_many(limit, 201)));
    assert!(too_many(limit, 201).to_string().contains("200"));
    assert!(Indexes::within(&schema([many(1000)]), Billing::Enabled).is_ok());
    let paid = Indexes::within(&schema([many(1001)]), Billing::Enabled).unwrap_err();
    assert_eq!(paid.kind, too_many(IndexLimit::CompositeIndexes(Billing::Enabled), 1001));

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
    assert_eq!(
        error([with_indexes(wide, vec![index])]),
        whole(too_many(IndexLimit::FieldsOfAnIndex, 101))
    );
}

#[test]
fn no_more_fields_with_settings_than_firestore_allows() {
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
    let limit = IndexLimit::FieldOverrides(Billing::Disabled);
    assert_eq!(error.kind, ErrorKind::TooMany { limit, number: 201 });
    assert!(Indexes::within(&collections(101), Billing::Enabled).is_ok());
}
