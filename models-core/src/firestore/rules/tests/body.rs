//! The checks of a document.

use super::{at, body, equal, id, model, optional, posts, schema};
use crate::firestore::rules::{Operation, Rules};
use crate::schema::{EnumType, Expr, Field, Node, Operand, Precision, Rule, Type};

/// The rules of a model that anyone reads and its author writes.
fn rules(fields: Vec<Field>) -> String {
    let author = || Rule::new(equal(at("author"), Operand::Uid));
    let mut post = model(&posts(), [id(Type::DocumentId)].into_iter().chain(fields).collect());
    post.access.select = Rule::new(Expr::Anyone);
    (post.access.insert, post.access.update) = (author(), author());
    Rules::new(&schema(vec![post])).map(|rules| rules.to_text()).unwrap_or_default()
}

fn function(text: &str, name: &str) -> String {
    let (_, body) = text.split_once(&format!("function {name}(d) {{\n")).unwrap_or_default();
    let (body, _) = body.split_once("}\n").unwrap_or_default();
    body.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is asked of a field.
fn check(field: Field) -> String {
    let text = rules(vec![body("author", Type::Uid).immutable(), field]);
    let body = function(&text, "isPost");
    body.trim_start_matches("return ").trim_end_matches(';').to_owned()
}

#[test]
fn each_type_is_asked_for_once() {
    let label = EnumType::new("label".into(), vec!["a".into(), "it's".into()].into(), false);
    let list = |element: Type| Type::Array(Node::from(element));
    for (kind, always, perhaps) in [
        (Type::Bool, "d.x is bool", "d.get('x', false) is bool"),
        (
            Type::I16,
            "d.x is int && math.abs(d.x + 0.5) < 32768",
            "d.get('x', 0) is int && math.abs(d.get('x', 0) + 0.5) < 32768",
        ),
        (Type::I64, "d.x is int", "d.get('x', 0) is int"),
        (Type::F64, "d.x * 0 == 0", "d.get('x', 0) * 0 == 0"),
        (
            Type::F32,
            "math.abs(d.x) <= 340282346638528860000000000000000000000.0",
            "math.abs(d.get('x', 0)) <= 340282346638528860000000000000000000000.0",
        ),
        (Type::Text, "d.x is string", "d.get('x', '') is string"),
        (Type::DocumentId, "d.x.matches('[^/]+')", "d.get('x', '-').matches('[^/]+')"),
        (Type::Timestamp, "d.x is timestamp", "d.get('x', request.time) is timestamp"),
        (Type::GeoPoint, "d.x is latlng", "d.get('x', latlng.value(0, 0)) is latlng"),
        (Type::Json, "'x' in d", ""),
        (Type::Enum(label.clone()), "d.x in ['a', 'it\\'s']", "d.get('x', 'a') in ['a', 'it\\'s']"),
        (list(Type::Text), "d.x is list", "d.get('x', []) is list"),
        (
            list(Type::Enum(label)),
            "d.x.hasOnly(['a', 'it\\'s'])",
            "d.get('x', []).hasOnly(['a', 'it\\'s'])",
        ),
        (
            Type::Map(Node::from(Type::Bool)),
            "d.x.values().hasOnly([true, false])",
            "d.get('x', {}).values().hasOnly([true, false])",
        ),
    ] {
        assert_eq!(check(body("x", kind.clone())), always);
        assert_eq!(check(optional("x", kind)), perhaps);
    }
}

#[test]
fn a_decimal_has_its_digits() {
    let decimal = |precision, scale| {
        let field = body("x", Type::Decimal).precision(precision, scale);
        check(field)
    };
    assert_eq!(decimal(4, 2), r"d.x.matches('-?(0|[1-9][0-9]{0,1})(\\.[0-9]{1,2})?')");
    assert_eq!(decimal(2, 2), r"d.x.matches('-?0(\\.[0-9]{1,2})?')");
    assert_eq!(decimal(3, 0), "d.x.matches('-?(0|[1-9][0-9]{0,2})')");
    let Precision { precision, scale } = Precision { precision: 3, scale: 2 };
    assert_eq!(decimal(precision, scale), r"d.x.matches('-?[0-9](\\.[0-9]{1,2})?')");
}

#[test]
fn a_document_is_made_and_changed_by_whoever_may() {
    let text = rules(vec![
        body("author", Type::Uid).immutable(),
        body("title", Type::Text),
        optional("copy", Type::Text).server(),
        body("created_at", Type::Timestamp),
        body("updated_at", Type::Timestamp),
    ]);
    assert_eq!(
        function(&text, "isNewPost"),
        "return d.keys().hasOnly(['author', 'title', 'created_at', 'updated_at']) \
         && d.author is string && d.created_at == request.time && d.updated_at == request.time \
         && isPost(d);"
    );
    assert_eq!(
        function(&text, "isChangedPost"),
        "return d.diff(resource.data).affectedKeys().hasOnly(['title', 'updated_at']) \
         && d.updated_at == request.time && isPost(d);"
    );
    // The author never changes, so nobody is asked twice.
    assert!(text.contains(
        "allow update: if resource.data.author == request.auth.uid\n        && isChangedPost(request.resource.data);"
    ), "{text}");
}

#[test]
fn a_change_is_asked_about_before_and_after() {
    let text = rules(vec![body("author", Type::Uid)]);
    assert!(text.contains(
        "allow update: if resource.data.author == request.auth.uid\n        && request.resource.data.author == request.auth.uid\n"
    ), "{text}");
}

#[test]
fn what_is_not_seen_is_listed() {
    let mut post = model(
        &posts(),
        vec![
            id(Type::DocumentId),
            body("tags", Type::Array(Node::from(Type::Text))),
            body("ours", Type::Array(Node::from(Type::Text))).server(),
        ],
    );
    post.access.insert = Rule::new(Expr::Authenticated);
    let schema = schema(vec![post]);
    let rules = Rules::new(&schema);
    let said = rules
        .as_ref()
        .map(|rules| rules.unchecked().iter().map(ToString::to_string).collect::<Vec<_>>());
    let expected = ["`Post`: the elements of `tags`", "`Post`: whether the document above exists"];
    assert_eq!(said, Ok(expected.map(str::to_owned).to_vec()));
    let text = rules.map(|rules| rules.to_text()).unwrap_or_default();
    assert!(
        text.contains(
            "// Not checked: the elements of `tags`; whether the document above exists.\n"
        ),
        "{text}"
    );
}

#[test]
fn what_is_closed_costs_nothing() {
    let schema = schema(vec![model(&posts(), vec![id(Type::DocumentId), body("a", Type::Text)])]);
    let rules = Rules::new(&schema);
    let costs = rules.as_ref().map(|rules| {
        rules.costs().iter().map(|cost| (cost.operation, cost.expressions)).collect::<Vec<_>>()
    });
    assert_eq!(costs, Ok(Operation::ALL.map(|operation| (operation, 1)).to_vec()));
    let text = rules.map(|rules| rules.to_text()).unwrap_or_default();
    assert!(!text.contains("function"), "{text}");
}

#[test]
fn what_is_taken_for_granted_is_listed() {
    let unchecked = |rule: Expr| {
        let mut post = model(&posts(), vec![id(Type::DocumentId), body("a", Type::Text)]);
        post.access.select = Rule::new(rule);
        let schema = schema(vec![post]);
        let rules = Rules::new(&schema);
        rules.map(|rules| rules.unchecked().iter().map(|one| one.what.clone()).collect::<Vec<_>>())
    };
    let address = equal(at("a"), Operand::Email);
    let found = unchecked(Expr::Or(vec![Expr::Not(address.into()), Expr::Nobody].into()));
    assert_eq!(found, Ok(vec!["whether the address of `auth.email()` is verified".to_owned()]));
    let raw = unchecked(Expr::Rules("mine()".into()));
    assert_eq!(raw, Ok(vec!["what functions in `rules(..)` cost".to_owned()]));
    assert_eq!(unchecked(Expr::Authenticated), Ok(Vec::new()));
}

/// A client chooses the id, and nobody could read another one as a UUID.
#[test]
fn the_id_of_a_new_document_has_the_form_of_its_type() {
    let printed = |own: Type, above: Type| {
        let team = Field { kind: above, ..super::above("team_id", &super::teams()) };
        let mut post = model(&posts(), vec![id(own), team, body("title", Type::Text)]);
        (post.access.select, post.access.insert) =
            (Rule::new(Expr::Anyone), Rule::new(Expr::Anyone));
        post.access.update = Rule::new(Expr::Anyone);
        Rules::new(&schema(vec![post])).map(|rules| rules.to_text()).unwrap_or_default()
    };
    let asks = |text: &str, id: &str| {
        let asked = format!("{id}.matches('{}')", crate::schema::UUID_PATTERN);
        text.lines()
            .filter(|line| line.contains(&asked))
            .map(str::trim)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let uuids = printed(Type::Uuid, Type::Uuid);
    for id in ["postId", "teamId"] {
        let asked = asks(&uuids, id);
        assert!(!asked.is_empty() && !asked.contains("update"), "{uuids}");
    }
    let others = printed(Type::DocumentId, Type::Uid);
    assert!(asks(&others, "postId").is_empty() && asks(&others, "teamId").is_empty(), "{others}");
    let closed = {
        let post = model(&posts(), vec![id(Type::Uuid), body("title", Type::Text)]);
        Rules::new(&schema(vec![post])).map(|rules| rules.to_text()).unwrap_or_default()
    };
    assert!(asks(&closed, "postId").is_empty(), "{closed}");
}
