//! What cannot be printed, and the errors for it.

use super::{
    above, at, body, claim, compare, equal, error, id, int, member, model, optional, path, post,
    posts, schema, teams, text,
};
use crate::firestore::ErrorKind;
use crate::firestore::rules::{Operation, Rules};
use crate::schema::{Expr, Field, Literal, ModelDef, Operand, Operator, Rule, Type};

fn refused(models: Vec<ModelDef>) -> Option<ErrorKind> {
    Rules::new(&schema(models)).err().map(|error| error.kind)
}

#[test]
fn a_rule_that_rules_cannot_say() {
    let incomparable = |left: &str, right: &str| {
        Some(ErrorKind::Incomparable { left: left.to_owned(), right: right.to_owned() })
    };
    let unordered = |left: &str, right: &str| {
        Some(ErrorKind::Unordered { left: left.to_owned(), right: right.to_owned() })
    };
    let float = |float| Operand::Literal(Literal::Float(float));
    for (rule, expected) in [
        (equal(at("title"), int(1)), incomparable("`title`", "`1`")),
        // Two decimals may be written in two ways.
        (equal(at("price"), at("price")), incomparable("`price`", "`price`")),
        (equal(at("open"), text("a")), incomparable("`open`", "`\"a\"`")),
        (compare(at("open"), Operator::Lt, at("open")), incomparable("`open`", "`open`")),
        (compare(at("title"), Operator::Lt, at("title")), unordered("`title`", "`title`")),
        (
            compare(claim(&["a"]), Operator::Lt, at("title")),
            unordered("`auth.claim(\"a\")`", "`title`"),
        ),
        (
            compare(at("title"), Operator::Ge, text("\u{ff5e}")),
            unordered("`title`", "`\"\u{ff5e}\"`"),
        ),
        (equal(at("score"), int((1 << 53) + 1)), incomparable("`score`", "`9007199254740993`")),
        (equal(at("score"), float(f64::NAN)), Some(ErrorKind::Number("NaN".to_owned()))),
        (Expr::Holds(at("title")), Some(ErrorKind::NotACondition("`title`".to_owned()))),
        (Expr::Holds(claim(&[])), Some(ErrorKind::EmptyClaim)),
        (Expr::Sql("true".into()), Some(ErrorKind::SqlText)),
        (Expr::IsNone(at("gone")), Some(ErrorKind::NoField)),
    ] {
        let debug = format!("{rule:?}");
        assert_eq!(error(rule), expected, "{debug}");
    }
}

#[test]
fn a_member_that_is_not_one_document() {
    let lacks = |missing: &[&str]| {
        let missing = missing.iter().map(|name| (*name).to_owned()).collect();
        Some(ErrorKind::MemberPath { model: "Member".to_owned(), missing })
    };
    let team = || ("team_id", at("team_id"));
    assert_eq!(error(member([team()])), lacks(&["id"]));
    assert_eq!(error(member([("role", text("a"))])), lacks(&["team_id", "id"]));
    let twice = ErrorKind::MemberTwice { model: "Member".to_owned(), field: "team_id".to_owned() };
    assert_eq!(error(member([team(), team()])), Some(twice.clone()));
    assert_eq!(twice.to_string(), "`exists(Member { .. })` names `team_id` twice");
    let moment = ErrorKind::Incomparable {
        left: "`Member.id`".to_owned(),
        right: "`auth.now()`".to_owned(),
    };
    assert_eq!(error(member([team(), ("id", Operand::Now)])), Some(moment));

    let mut post = post();
    post.access.select = Rule::new(member([team(), ("id", Operand::Uid)]));
    assert_eq!(refused(vec![post]), Some(ErrorKind::NoMember("Member".to_owned())));
}

#[test]
fn a_collection_that_rules_cannot_name() {
    let named =
        |collection: &str| refused(vec![model(&path("A", collection, None), vec![id(Type::Uid)])]);
    for name in ["we ird", "é", "a{b}", "", ".", ".."] {
        assert_eq!(named(name), Some(ErrorKind::Collection(name.to_owned())));
    }
    assert_eq!(named("it-em_S.1"), None);
    let twice = || model(&posts(), vec![id(Type::Uid)]);
    assert_eq!(refused(vec![twice(), twice()]), Some(ErrorKind::CollectionTwice));
}

#[test]
fn a_document_that_is_not_one() {
    let with = |fields: Vec<Field>| refused(vec![model(&posts(), fields)]);
    assert_eq!(with(vec![]), Some(ErrorKind::Key));
    assert_eq!(with(vec![id(Type::Uid), id(Type::Uid)]), Some(ErrorKind::Key));
    let twice = || body("a", Type::Text);
    assert_eq!(
        with(vec![id(Type::Uid), twice(), twice()]),
        Some(ErrorKind::FieldTwice("a".to_owned()))
    );
    let nameless = body("a", Type::Text).document("");
    assert!(
        matches!(with(vec![id(Type::Uid), nameless]), Some(ErrorKind::Name { name, .. }) if name.is_empty())
    );
    let elsewhere = above("team", &path("Elsewhere", "elsewhere", None));
    assert_eq!(with(vec![id(Type::Uid), elsewhere]), Some(ErrorKind::Ancestor));
    assert_eq!(with(vec![id(Type::Uid), above("team", &teams())]), None);
}

/// A model that anyone may do this with.
fn open(operations: &[Operation], field: Field) -> ModelDef {
    let mut model = model(&posts(), vec![id(Type::DocumentId), field]);
    for operation in operations {
        let access = &mut model.access;
        let rule = match operation {
            Operation::Read => &mut access.select,
            Operation::Create => &mut access.insert,
            Operation::Update => &mut access.update,
            Operation::Delete => &mut access.delete,
        };
        *rule = Rule::new(Expr::Anyone);
    }
    model
}

#[test]
fn a_vector_is_for_servers() {
    use Operation::{Create, Delete, Read, Update};
    let vector = || body("vector", Type::Vector(3));
    let refused = |operations: &[Operation], field| refused(vec![open(operations, field)]);
    let is_refused = || Some(ErrorKind::Vector);
    assert_eq!(refused(&[Create], vector()), is_refused());
    // A change asks for reading too.
    assert_eq!(refused(&[Read, Update], vector()), is_refused());
    assert_eq!(refused(&[Read, Update], vector().immutable()), None);
    assert_eq!(refused(&[Read, Delete], vector()), None);
    assert_eq!(refused(&[Read, Create, Update], vector().server()), None);
    let sparse = body("vector", Type::SparseVector(3));
    assert_eq!(refused(&[Create], sparse), Some(ErrorKind::Type));
}

#[test]
fn a_private_field_is_for_servers_alone() {
    let secret = || optional("secret", Type::Text).private();
    let error = refused(vec![open(&[Operation::Read], secret())]);
    assert_eq!(error, Some(ErrorKind::Private));
    assert_eq!(refused(vec![open(&[Operation::Create], secret())]), None);
}

#[test]
fn a_document_that_costs_too_much() {
    let fields = (0..180).map(|number| {
        let mut field = body("", if number == 7 { Type::I32 } else { Type::Text });
        field.name = format!("field{number}").into();
        field.document = Some(field.name.clone());
        field
    });
    let mut model = model(&posts(), std::iter::once(id(Type::DocumentId)).chain(fields).collect());
    model.access.insert = Rule::new(Expr::Anyone);
    let error = Rules::new(&schema(vec![model])).err().map(|error| error.to_string());
    assert_eq!(
        error.as_deref(),
        Some(
            "`Post`: create takes 1277 expressions of the 1,000 that one decision may evaluate; \
             the most for `field7` 13, `field0` 4, `field1` 4"
        )
    );
}

#[test]
fn a_file_that_is_too_long() {
    let models = (0..700).map(|number| {
        let name = format!("Model{number}");
        let mut model = model(&path(&name, &name, None), vec![id(Type::DocumentId)]);
        model.doc = "x".repeat(300).into();
        model
    });
    let error = refused(models.collect());
    assert!(matches!(error, Some(ErrorKind::Source(bytes)) if bytes > 256 * 1024), "{error:?}");
}
