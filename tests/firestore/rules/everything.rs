//! A model with every type that a document holds: each field there always, or
//! perhaps; set once, or by the server, or as clients like.

use models_core::firestore::Rules;
use models_core::schema::{Expr, Field, ModelDef, Node, Precision, Schema, Type};
use models_tests::build::{access, array, labels};
use models_tests::documents::{body, document_id, model, path};
use models_tests::firestore::{User, on_every_emulator};

use super::put;
use super::violations::Case;
use super::world::LABELS;

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
pub(super) fn things() -> Vec<ModelDef> {
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
