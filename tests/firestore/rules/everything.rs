//! A model with every type that a document holds: each field there always, or
//! perhaps; set once, or by the server, or as clients like.

use models_core::firestore::Rules;
use models_core::firestore::rules::{Operation, limits};
use models_core::schema::{Expr, Field, ModelDef, Node, Precision, Schema, Type};
use models_tests::build::{access, array, labels};
use models_tests::documents::{body, document_id, model, path};
use models_tests::firestore::{Project, User, Write, on_every_emulator};

use super::put;
use super::violations::Case;
use super::world::LABELS;
use crate::padding::{self, padding};

fn map(value: Type) -> Type {
    Type::Map(Node::from(value))
}

/// Types, and names that try to break out of their quotes.
fn kinds() -> Vec<(&'static str, Type)> {
    let label = || labels("label", LABELS, false);
    vec![
        ("flag", Type::Bool),
        ("it's", Type::I16),
        ("service", Type::I32),
        ("a.b", Type::I64),
        ("in", Type::F32),
        ("keys", Type::F64),
        ("price", Type::Decimal),
        ("t\\", Type::Text),
        ("uid", Type::Uid),
        ("uuid", Type::Uuid),
        ("é", Type::DocumentId),
        ("d", Type::Reference),
        ("place", Type::GeoPoint),
        ("at", Type::Timestamp),
        ("day", Type::Date),
        ("time", Type::Time),
        ("length", Type::Interval),
        ("json", Type::Json),
        ("bytes", Type::Bytes),
        ("address", Type::Network),
        ("label", label()),
        ("labels", array(label())),
        ("flags", array(Type::Bool)),
        ("texts", array(Type::Text)),
        ("any", array(Type::Json)),
        ("labelled", map(label())),
        ("named", map(Type::I64)),
    ]
}

/// A part of the types at a time, so that a document stays within the budget.
fn thing(
    number: usize,
    part: &[(&'static str, Type)],
    change: impl Fn(Field) -> Field,
) -> ModelDef {
    let name = format!("Thing{number}");
    let path = path(&name, &format!("things{number}"), None);
    let mut fields = vec![document_id("id", Type::DocumentId)];
    for (name, kind) in part {
        for nullable in [false, true] {
            let rust = if nullable { format!("maybe {name}") } else { (*name).to_owned() };
            let mut field = change(body("", "", kind.clone(), nullable));
            field.name = rust.clone().into();
            field.document = Some(rust.into());
            field.precision =
                (*kind == Type::Decimal).then_some(Precision { precision: 10, scale: 2 });
            fields.push(field);
        }
    }
    fields.push(body("created_at", "createdAt", Type::Timestamp, false));
    fields.push(body("updated_at", "updatedAt", Type::Timestamp, false));
    let mut thing = model(&name, &path, fields);
    thing.access = access(Expr::Anyone, Expr::Anyone, Expr::Anyone, Expr::Anyone);
    thing
}

/// One model for each part of the types and each way to write them.
fn things() -> Vec<ModelDef> {
    let kinds = kinds();
    let free = kinds.chunks(14).map(|part| (part.to_vec(), (|field| field) as fn(Field) -> Field));
    let fixed =
        kinds.chunks(14).map(|part| (part.to_vec(), Field::immutable as fn(Field) -> Field));
    let mut server = kinds.clone();
    server.push(("vector", Type::Vector(2)));
    server.push(("half", Type::HalfVector(2)));
    let all = free.chain(fixed).chain([(server, Field::server as fn(Field) -> Field)]);
    all.enumerate().map(|(number, (part, change))| thing(number, &part, change)).collect()
}

#[test]
fn every_type_is_held_exactly() {
    let schema = Schema { models: things().into() };
    let rules = Rules::new(&schema).unwrap();
    on_every_emulator(|project| {
        put(project, &rules);
        let (mut allowed, mut denied) = (0, 0);
        for (number, model) in schema.models.iter().enumerate() {
            let path = format!("things{number}/x");
            let count = Case { project, model, path, user: User::Anonymous }.try_all(true, true);
            (allowed, denied) = (allowed + count.allowed, denied + count.denied);
        }
        eprintln!("{allowed} allowed, {denied} denied");
        assert!(allowed > 300 && denied > 2_000, "{allowed}, {denied}");
    });
}

/// The rules, with so much before the condition of an operation.
fn padded(rules: &Rules, operation: Operation, cost: u32) -> String {
    const TOP: &str = "match /databases/{database}/documents {";
    let text = rules.to_text().replacen(TOP, &format!("{TOP} {}", padding::function()), 1);
    let allow = format!("allow {operation}: if ");
    // What is tried costs `cost`, and the `&&` before it 2.
    let more = padding(limits::EXPRESSIONS - cost - 2);
    text.replacen(&allow, &format!("{allow}{more} && "), 1)
}

fn put_text(project: &Project, text: &str) {
    let issues = project.put_rules(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(issues, [], "{text}");
}

/// The printed cost of a condition is its cost: one expression more is denied.
#[test]
fn the_printed_cost_is_the_cost() {
    on_every_emulator(|project| {
        for (number, model) in things().into_iter().enumerate() {
            let schema = Schema { models: vec![model].into() };
            let rules = Rules::new(&schema).unwrap();
            let path = format!("things{number}/x");
            let model = &schema.models[0];
            let case = Case { project, model, path: path.clone(), user: User::Anonymous };
            let document = case.new_document();
            let times: Vec<&str> = case.times().collect();
            let create = Write::create(&path, &document.clone().into());
            let create = times.iter().fold(create, |write, time| write.server_time(time));
            let update = Write::update(&path, &document.into(), &[]).server_time("updatedAt");
            for (operation, write) in [(Operation::Create, create), (Operation::Update, update)] {
                let cost = rules.costs().iter().find(|cost| cost.operation == operation).unwrap();
                let ask = |cost| {
                    put_text(project, &padded(&rules, operation, cost));
                    project.as_user(&User::Anonymous).commit(std::slice::from_ref(&write)).unwrap()
                };
                let denied = ask(cost.expressions - 1).denied();
                assert!(denied.contains("maximum of 1000 expressions"), "{cost:?}: {denied}");
                assert!(ask(cost.expressions).is_allowed(), "{cost:?}");
            }
        }
    });
}
