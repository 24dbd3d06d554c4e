//! Printing takes as long as there is to print.

use std::time::{Duration, Instant};

use super::{above, at, body, equal, id, model, path, schema};
use crate::firestore::rules::Rules;
use crate::schema::{ModelDef, Operand, Rule, Schema, Type};

/// So many pairs of a collection and one below it.
fn pairs(number: usize) -> Schema {
    let pair = |number: usize| -> [ModelDef; 2] {
        let outer = path(&format!("Outer{number}"), &format!("outer{number}"), None);
        let inner = path(&format!("Inner{number}"), "inner", Some(&outer));
        let fields = vec![id(Type::Uid), body("title", Type::Text)];
        let mut models = [
            model(&outer, fields),
            model(&inner, vec![id(Type::DocumentId), above("outer_id", &outer)]),
        ];
        for model in &mut models {
            let own = if model.field("title").is_some() { "id" } else { "outer_id" };
            model.access.select = Rule::new(equal(at(own), Operand::Uid));
            model.access.insert = model.access.select.clone();
        }
        models
    };
    schema((0..number).flat_map(pair).collect())
}

fn time(schema: &Schema) -> Duration {
    let start = Instant::now();
    let bytes = Rules::new(schema).map(|rules| rules.to_text().len());
    let took = start.elapsed();
    assert!(bytes.is_ok_and(|bytes| bytes > 10_000));
    took
}

/// Eight times as much takes about eight times as long; were each held against
/// all others, it would be 64 times. The fastest of many tries counts, turn by
/// turn, because other programs take their time out of both.
#[test]
fn eight_times_as_much_takes_no_longer_than_that() {
    let schemas = [pairs(16), pairs(128)];
    let mut fastest = [Duration::MAX; 2];
    for _ in 0..40 {
        for (fastest, schema) in fastest.iter_mut().zip(&schemas) {
            *fastest = time(schema).min(*fastest);
        }
    }
    let [few, many] = fastest;
    assert!(many < few * 20, "{few:?} for 16, {many:?} for 128");
}
