//! What is counted while a program compiles, beside what is printed.

use super::{body, id, model, optional, posts, schema};
use crate::check::document_rules_fit_the_budget;
use crate::firestore::ErrorKind;
use crate::firestore::rules::Rules;
use crate::schema::{EnumType, Expr, Field, ModelDef, Rule, Text, Type};

/// So many fields like this one, which anyone writes.
fn many(field: &Field, number: usize) -> ModelDef {
    let fields = (0..number).map(|number| {
        let name: Text = format!("field{number}").into();
        Field { name: name.clone(), document: Some(name), ..field.clone() }
    });
    let mut model = model(&posts(), [id(Type::DocumentId)].into_iter().chain(fields).collect());
    model.access.insert = Rule::new(Expr::Anyone);
    model
}

/// The most fields that pass.
fn most(passes: impl Fn(usize) -> bool) -> usize {
    let all: Vec<usize> = (1..400).collect();
    all.partition_point(|number| passes(*number))
}

/// The compiler refuses what the printer refuses, but for the calls around the
/// fields, and nothing else.
#[test]
fn the_compiler_counts_like_the_printer() {
    let labels = (0..30).map(|label| Text::Owned(format!("label{label}")));
    let label = EnumType::new("label".into(), labels.collect(), false);
    for kind in [
        Type::Bool,
        Type::I16,
        Type::I64,
        Type::F32,
        Type::F64,
        Type::Decimal,
        Type::Text,
        Type::Uuid,
        Type::Reference,
        Type::GeoPoint,
        Type::Timestamp,
        Type::Json,
        Type::Bytes,
        Type::Enum(label),
    ] {
        for field in [body("field", kind.clone()), optional("field", kind.clone())] {
            let compiled = most(|number| {
                document_rules_fit_the_budget(&many(&field, number)).verdict().is_none()
            });
            let printed = most(|number| {
                let schema = schema(vec![many(&field, number)]);
                let kind = Rules::new(&schema).err().map(|error| error.kind);
                !matches!(kind, Some(ErrorKind::Budget { .. }))
            });
            let is_json = kind == Type::Json && field.nullable;
            // What is not checked takes its name alone.
            let slack = if is_json { 399 } else { 2 };
            assert!(
                (printed..=printed + slack).contains(&compiled),
                "{kind:?} {}: {compiled} compile, {printed} are printed",
                field.nullable
            );
        }
    }
}
