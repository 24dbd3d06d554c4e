//! What cannot be printed, and what is said about it.

use models_core::postgres::{Command, ErrorKind, Script, Target};
use models_core::schema::{
    Allow, Default, Distance, Expr, Field, Index, Key, Literal, Method, ModelDef, OnDelete,
    Operand, Operator, Schema, Type,
};
use models_tests::build::{
    any_of, array, at, claim, compare, equal, exists, field, id, labels, model, optional,
    reference, text,
};
use models_tests::forum::{index, unique};

/// The trouble with one model.
fn trouble(model: ModelDef) -> ErrorKind {
    let schema = Schema { models: vec![model].into() };
    match Script::new(&schema, Target::SUPABASE) {
        Ok(script) => panic!("printed:\n{script}"),
        Err(error) => {
            assert_eq!(error.model, "Post");
            assert!(error.to_string().starts_with("`Post`: "), "{error}");
            error.kind
        }
    }
}

fn post(fields: impl IntoIterator<Item = Field>) -> ModelDef {
    model("Post", "posts", [id()].into_iter().chain(fields).collect())
}

/// The trouble with a rule for reading.
fn rule(rule: Expr) -> ErrorKind {
    let mut model = post([
        field("title", Type::Text),
        field("flag", Type::Bool),
        field("status", labels("status", &["draft"], false)),
        field("at", Type::Timestamp),
        field("other_id", Type::Uuid),
        field("owner", Type::Uid),
    ]);
    model.access.select.allow = rule;
    trouble(model)
}

/// The trouble with an index.
fn with_index(kind: Type, index: Index) -> ErrorKind {
    let mut model = post([field("a", kind), field("b", Type::Text)]);
    model.table.as_mut().unwrap().indexes = vec![index].into();
    trouble(model)
}

#[test]
fn names() {
    let long = "a".repeat(64);
    assert_eq!(trouble(model("Post", &long, vec![id()])), ErrorKind::Name(long));
    assert_eq!(trouble(model("Post", "", vec![id()])), ErrorKind::Name(String::new()));
    assert_eq!(trouble(model("Post", "a\0", vec![id()])), ErrorKind::Name("a\0".to_owned()));
    assert_eq!(
        trouble(post([field("a", Type::Text), field("b", Type::Text).column("a")])),
        ErrorKind::ColumnTwice("a".to_owned())
    );
    assert_eq!(
        trouble(post([field("xmin", Type::I32)])),
        ErrorKind::SystemColumn("xmin".to_owned())
    );
    let two = Schema { models: vec![model("A", "posts", vec![id()]), post([])].into() };
    let error = Script::new(&two, Target::PLAIN).unwrap_err();
    assert_eq!(error.kind, ErrorKind::NameTaken("posts".to_owned()));
    assert_eq!(
        trouble(post([field("a", labels("posts", &["a"], true))])),
        ErrorKind::NameTaken("posts".to_owned())
    );
}

#[test]
fn keys() {
    assert_eq!(trouble(model("Post", "posts", vec![field("a", Type::Text)])), ErrorKind::NoKey);
    assert_eq!(trouble(post([field("other", Type::Uuid).key(Key::V4)])), ErrorKind::TwoKeys);
    assert_eq!(
        trouble(post([reference("user_id", "users", OnDelete::Cascade)])),
        ErrorKind::NoParent { field: "user_id".to_owned(), parent: "users".to_owned() }
    );
}

/// The table of a parent that is not listed is another script's, where the
/// model says so.
#[test]
fn a_parent_of_another_script() {
    let refers = |field: &'static str| {
        let mut model = post([reference("team_id", "teams", OnDelete::Cascade)]);
        model.allows = vec![Allow {
            convention: "parent_is_in_schema".into(),
            reason: "another script makes the teams".into(),
            field: field.into(),
        }]
        .into();
        model
    };
    for field in ["team_id", ""] {
        let schema = Schema { models: vec![refers(field)].into() };
        let sql = Script::new(&schema, Target::SUPABASE).unwrap().to_sql();
        assert!(sql.contains("foreign key (team_id) references public.teams (id)"), "{sql}");
    }
    let parent = ErrorKind::NoParent { field: "team_id".to_owned(), parent: "teams".to_owned() };
    assert_eq!(trouble(refers("id")), parent);
}

#[test]
fn types_and_defaults() {
    let said = |field: Field| trouble(post([field]));
    let of_type = ErrorKind::Type("a".to_owned());
    assert_eq!(said(field("a", array(array(Type::Text)))), of_type);
    assert_eq!(said(field("a", array(Type::Vector(3)))), of_type);
    assert_eq!(said(field("a", Type::Vector(0))), of_type);
    assert_eq!(said(field("a", Type::Decimal).precision(2, 3)), of_type);
    assert_eq!(said(field("a", Type::Decimal).precision(0, 0)), of_type);

    let default = ErrorKind::Default("a".to_owned());
    let words = labels("status", &["draft"], false);
    let text = |text: &'static str| Default::Value(Literal::Text(text.into()));
    assert_eq!(said(field("a", Type::Text).default(Default::Now)), default);
    assert_eq!(said(field("a", Type::Text).default(Default::Uid)), default);
    assert_eq!(said(field("a", Type::Text).default(Default::Empty)), default);
    assert_eq!(said(field("a", Type::I32).default(text("1"))), default);
    assert_eq!(said(field("a", Type::I32).default(Default::Value(Literal::Float(0.5)))), default);
    assert_eq!(said(field("a", words).default(text("Draft"))), default);
    let key = model("Post", "posts", vec![field("a", Type::I64).key(Key::V7)]);
    assert_eq!(trouble(key), default);
    assert_eq!(
        said(field("a", Type::Text).default(text("\0"))),
        ErrorKind::ZeroByte("\0".to_owned())
    );
    assert_eq!(said(field("a", Type::Text).doc("\0")), ErrorKind::ZeroByte("\0".to_owned()));
}

#[test]
fn enums() {
    let of = |words: &[&str], native| trouble(post([field("a", labels("status", words, native))]));
    let wrong = ErrorKind::Labels("status".to_owned());
    assert_eq!(of(&[], false), wrong);
    assert_eq!(of(&["a", "b", "a"], false), wrong);
    assert_eq!(of(&["a\0"], false), wrong);
    assert_eq!(of(&[""], true), wrong);
    assert_eq!(of(&[&"a".repeat(64)], true), wrong);
    let (one, other) = (labels("status", &["a"], true), labels("status", &["b"], true));
    assert_eq!(
        trouble(post([field("a", one), field("b", other)])),
        ErrorKind::EnumDiffers("status".to_owned())
    );
}

#[test]
fn indexes() {
    let wrong = ErrorKind::Index("a".to_owned());
    let hnsw = |distance| Method::Hnsw { distance, m: None, ef_construction: None };
    let with = |method| Index { method, ..index(&["a"]) };
    assert_eq!(with_index(Type::Text, index(&[])), ErrorKind::EmptyIndex);
    assert_eq!(with_index(Type::Text, index(&["x"])), ErrorKind::NoColumn("x".to_owned()));
    assert_eq!(with_index(Type::Vector(3), index(&["a"])), wrong);
    assert_eq!(with_index(Type::Text, with(Method::Gin)), wrong);
    assert_eq!(with_index(Type::Text, with(hnsw(Distance::Cosine))), wrong);
    assert_eq!(with_index(Type::Vector(3), with(hnsw(Distance::Hamming))), wrong);
    assert_eq!(with_index(Type::BitVector(3), with(hnsw(Distance::L2))), wrong);
    let lists = Method::IvfFlat { distance: Distance::L1, lists: None };
    assert_eq!(with_index(Type::Vector(3), with(lists)), wrong);
    let two = Index { method: hnsw(Distance::L2), ..index(&["a", "b"]) };
    assert_eq!(with_index(Type::Vector(3), two), wrong);
    let when = Index { filter: Some(equal(at("b"), Operand::Email)), ..index(&["a"]) };
    assert_eq!(with_index(Type::Text, when), ErrorKind::NotOfTheRow);

    let mut empty = post([]);
    empty.table.as_mut().unwrap().uniques = vec![unique(&[])].into();
    assert_eq!(trouble(empty), ErrorKind::EmptyIndex);
    let mut twice = post([field("a", Type::Text)]);
    twice.table.as_mut().unwrap().indexes = vec![index(&["a"]); 3].into();
    assert_eq!(trouble(twice), ErrorKind::NameTaken("posts_a_idx".to_owned()));
}

#[test]
fn rules() {
    let incomparable = |left: &str, right: &str| ErrorKind::Incomparable {
        left: left.to_owned(),
        right: right.to_owned(),
    };
    assert_eq!(rule(equal(at("x"), Operand::Uid)), ErrorKind::NoColumn("x".to_owned()));
    assert_eq!(rule(equal(at("title"), Operand::Uid)), incomparable("`title`", "`auth.uid()`"));
    assert_eq!(
        rule(compare(at("status"), Operator::Lt, text("draft"))),
        incomparable("`status`", "`\"draft\"`")
    );
    assert_eq!(
        rule(equal(claim(&["a"]), claim(&["b", "c"]))),
        incomparable("`auth.claim(\"a\")`", "`auth.claim(\"b.c\")`")
    );
    assert_eq!(
        rule(equal(claim(&["until"]), Operand::Now)),
        incomparable("`auth.claim(\"until\")`", "`now()`")
    );
    let mixed = vec![text("a"), Operand::Literal(Literal::Int(1))];
    assert_eq!(rule(Expr::In(claim(&["a"]), mixed.into())), incomparable("`\"a\"`", "`1`"));
    let mixed = || vec![at("owner"), Operand::Uid];
    let two_forms = incomparable("`owner`", "`auth.uid()`");
    assert_eq!(rule(Expr::In(claim(&["a"]), mixed().into())), two_forms);
    assert_eq!(rule(Expr::In(Operand::Uid, mixed().into())), two_forms);
    assert_eq!(
        rule(Expr::In(Operand::Uid, vec![at("owner"), at("other_id")].into())),
        incomparable("`owner`", "`other_id`")
    );
    assert_eq!(rule(Expr::Holds(at("title"))), ErrorKind::NotACondition("`title`".to_owned()));
    assert_eq!(rule(Expr::Holds(claim(&[]))), ErrorKind::EmptyClaim);
    assert_eq!(rule(equal(at("title"), text("\0"))), ErrorKind::ZeroByte("\0".to_owned()));
}

#[test]
fn memberships() {
    let member = |conditions| rule(exists("Post", "posts", conditions));
    assert_eq!(
        rule(exists("Member", "members", [("a", Operand::Uid)])),
        ErrorKind::NoMember("Member".to_owned())
    );
    assert_eq!(
        member([("id", at("id")), ("other_id", at("other_id"))]),
        ErrorKind::RowFields("Post".to_owned())
    );
    assert_eq!(
        member([("title", Operand::Uid), ("id", at("id"))]),
        ErrorKind::Incomparable { left: "Post.title".to_owned(), right: "`auth.uid()`".to_owned() }
    );
    assert_eq!(
        member([("x", Operand::Uid), ("id", at("id"))]),
        ErrorKind::NoColumn("x".to_owned())
    );
}

#[test]
fn sql_that_reads_its_own_table() {
    let sql = |sql: &'static str| rule(any_of([Expr::Sql(sql.into()), Expr::Holds(at("flag"))]));
    assert_eq!(
        sql("exists (select from public.posts p where p.id = other_id)"),
        ErrorKind::ReadsItself(Command::Select)
    );
    // Its columns may have the table's name before them.
    let mut model = post([optional("other_id", Type::Uuid)]);
    let reads = "exists (select from auth.users u where u.id = posts.other_id)";
    model.access.select.allow = Expr::Sql(reads.into());
    let schema = Schema { models: vec![model].into() };
    assert!(Script::new(&schema, Target::PLAIN).is_ok());
}
