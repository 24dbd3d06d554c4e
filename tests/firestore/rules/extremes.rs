//! Schemas that have as much of one thing as one asks for.

use models_core::schema::{Access, Expr, ModelDef, Operand, Operator, Rule, Schema, Type};
use models_tests::build::{all_of, any_of, at, compare, equal, text};
use models_tests::documents::{body, document_id, model, path, refers};

use super::generate::of;

/// A model with as many fields as its budget allows, of kinds that cost most.
pub(super) fn costly(fields: usize) -> Schema {
    let own = path("Costly", "costly", None);
    let field = |number: usize| {
        let kind = [Type::I32, Type::Text, Type::I16, Type::F64][number % 4].clone();
        let mut field = body("", "", kind, number.is_multiple_of(3));
        field.name = format!("field{number}").into();
        field.document = Some(format!("field{number}").into());
        field
    };
    let all = std::iter::once(document_id("id", Type::DocumentId)).chain((0..fields).map(field));
    let mut model = model("Costly", &own, all.collect());
    let everyone = || Rule::new(Expr::Anyone);
    model.access =
        Access { select: everyone(), insert: everyone(), update: everyone(), delete: everyone() };
    Schema { models: vec![model].into() }
}

/// A rule that asks for so many documents.
pub(super) fn reading(documents: usize) -> Schema {
    let own = path("Read", "read", None);
    let ask = |number: usize| refers(&own, vec![("id", text(&format!("d{number}")))]);
    let mut model = model("Read", &own, vec![document_id("id", Type::DocumentId)]);
    model.access.select = Rule::new(all_of((0..documents).map(ask).collect::<Vec<_>>()));
    Schema { models: vec![model].into() }
}

/// A rule with so many conditions inside one another.
pub(super) fn deep(levels: usize) -> Schema {
    let own = path("Deep", "deep", None);
    // `and true` and `or false`, so that the innermost decides.
    let level = |inner: Expr, number: usize| {
        let another = text(&format!("{number}"));
        if number.is_multiple_of(2) {
            all_of([compare(at("id"), Operator::Ne, another), inner])
        } else {
            any_of([equal(at("id"), another), inner])
        }
    };
    let mut model = model("Deep", &own, vec![document_id("id", Type::DocumentId)]);
    model.access.select = Rule::new((0..levels).fold(Expr::Authenticated, level));
    Schema { models: vec![model].into() }
}

/// A rule of so many conditions side by side.
pub(super) fn wide(conditions: usize) -> Schema {
    let own = path("Wide", "wide", None);
    let one = |number: usize| {
        let field = Operand::Field("must".into());
        compare(field, Operator::Ne, text(&format!("{number}")))
    };
    let fields = vec![document_id("id", Type::DocumentId), body("must", "must", Type::Text, false)];
    let mut model = model("Wide", &own, fields);
    model.access.select = Rule::new(all_of((0..conditions).map(one).collect::<Vec<_>>()));
    Schema { models: vec![model].into() }
}

/// So many collections inside one another.
pub(super) fn nested(depth: usize) -> Schema {
    let mut models: Vec<ModelDef> = Vec::new();
    for number in 0..depth {
        let name = format!("Level{number}");
        let own = path(&name, &format!("level{number}"), models.last().map(of));
        let mut model = model(&name, &own, vec![document_id("id", Type::DocumentId)]);
        model.access.select = Rule::new(Expr::Authenticated);
        models.push(model);
    }
    Schema { models: models.into() }
}
