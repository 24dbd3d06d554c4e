//! What has no form in TypeScript, and what is said about it.

use models_core::firestore::{ErrorKind, Sdk, TypeScript};
use models_core::schema::{Default, Expr, Field, Literal, ModelDef, Node, Text, Type};
use models_tests::build::{array, labels};
use models_tests::collections::{doc_id, document, missing, path, schema, stored};

/// The field that is wrong, and what is wrong.
type Refusal = (Option<String>, ErrorKind);

fn of(field: &str, kind: ErrorKind) -> Refusal {
    (Some(field.to_owned()), kind)
}

fn whole(kind: ErrorKind) -> Refusal {
    (None, kind)
}

/// What is wrong with these models, of which the last is refused.
fn error(models: impl IntoIterator<Item = ModelDef>) -> Refusal {
    match TypeScript::new(&schema(models), Sdk::Web) {
        Ok(text) => panic!("printed:\n{text}"),
        Err(error) => {
            assert!(error.to_string().starts_with(&format!("`{}", error.model)), "{error}");
            (error.field, error.kind)
        }
    }
}

fn post(fields: impl IntoIterator<Item = Field>) -> ModelDef {
    named("Post", fields)
}

fn named(name: &'static str, fields: impl IntoIterator<Item = Field>) -> ModelDef {
    document(&[(name, name)], [doc_id()].into_iter().chain(fields).collect())
}

#[test]
fn types() {
    let wrong = of("a", ErrorKind::Type);
    let map = |kind| Type::Map(Node::from(kind));
    for kind in [
        Type::LocalTimestamp,
        Type::SparseVector(3),
        Type::BitVector(3),
        array(array(Type::Text)),
        array(Type::Vector(3)),
        map(array(array(Type::Text))),
        map(Type::LocalTimestamp),
    ] {
        assert_eq!(error([post([stored("a", kind)])]), wrong);
    }
}

#[test]
fn defaults() {
    let wrong = of("a", ErrorKind::Default);
    let text = || Default::Value(Literal::Text("x".into()));
    for (kind, default) in [
        (Type::Text, Default::Value(Literal::Int(1))),
        (Type::Text, Default::Empty),
        (Type::Bool, text()),
        (Type::I32, text()),
        (Type::I64, Default::Value(Literal::Int(1 << 53))),
        (Type::I64, Default::Value(Literal::Int(i64::MIN))),
        (Type::I64, Default::Value(Literal::Float(1.0))),
        (Type::F64, Default::Value(Literal::Float(f64::NAN))),
        (Type::Timestamp, text()),
        (labels("state", &["a"], false), text()),
    ] {
        assert_eq!(error([post([stored("a", kind).default(default)])]), wrong);
    }
    let largest = Default::Value(Literal::Int(1 - (1 << 53)));
    let model = post([stored("a", Type::I64).default(largest)]);
    let printed = TypeScript::new(&schema([model]), Sdk::Web).unwrap().to_string();
    assert!(printed.contains("-9007199254740991"), "{printed}");
}

#[test]
fn names() {
    let taken = |name: &str| whole(ErrorKind::NameTaken(name.to_owned()));
    let mut same = named("Post", []);
    same.collection.as_mut().unwrap().path = path(&[("Post", "others")]).into();
    assert_eq!(error([post([]), same]), taken("Post"));
    assert_eq!(error([post([]), named("PostFields", [])]), taken("PostFields"));
    assert_eq!(error([post([]), named("NewPost", [])]), taken("NewPost"));
    assert_eq!(error([post([]), named("post", [])]), taken("postPatch"));
    assert_eq!(error([named("JsonValue", [])]), taken("JsonValue"));
    let state = |words: &[&str]| stored("a", labels("state", words, false));
    assert_eq!(error([post([state(&["x"])]), named("State", [])]), taken("State"));
    let other = missing("b", array(labels("state", &["y"], false)));
    assert_eq!(
        error([post([state(&["x"]), other])]),
        whole(ErrorKind::EnumDiffers("state".to_owned()))
    );
    let alike = stored("b", labels("State", &["x"], false));
    assert_eq!(error([post([state(&["x"]), alike])]), taken("State"));
}

#[test]
fn fields() {
    // The id has a name beside those of the body.
    let id = stored("a", Type::Text).document("id");
    assert_eq!(error([post([id])]), whole(ErrorKind::FieldTwice("id".to_owned())));
    let secret = || stored("secret", Type::Text).private();
    assert_eq!(error([post([secret()])]), of("secret", ErrorKind::Private));
    // It stays one where no client reads the document, and for a server.
    let mut closed = post([secret()]);
    assert!(TypeScript::new(&schema([closed.clone()]), Sdk::Admin).is_ok());
    closed.access.select.allow = Expr::Service;
    assert!(TypeScript::new(&schema([closed]), Sdk::Web).is_ok());
    let nameless = Field { document: Some(Text::default()), ..stored("a", Type::Text) };
    assert!(matches!(error([post([nameless])]), (None, ErrorKind::Name { .. })));
}
