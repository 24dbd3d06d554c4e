//! What is printed beside a condition is what it costs: one expression more
//! and it is denied.

use models_core::firestore::Rules;
use models_core::firestore::rules::{Operation, limits};
use models_core::schema::Schema;
use models_tests::firestore::{Project, User, Write, on_every_emulator};

use super::everything::things;
use super::violations::Case;
use crate::padding::{self, padding};

/// The rules, with so much before the condition of an operation.
fn padded(rules: &Rules, operation: Operation, cost: u32) -> String {
    const TOP: &str = "match /databases/{database}/documents {";
    let text = rules.to_text().replacen(TOP, &format!("{TOP} {}", padding::function()), 1);
    let allow = format!("allow {operation}: if ");
    // What is tried costs `cost`, and the `&&` before it 2.
    let more = padding(limits::EXPRESSIONS - cost - 2);
    text.replacen(&allow, &format!("{allow}{more} && "), 1)
}

fn put(project: &Project, text: &str) {
    let issues = project.put_rules(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(issues, [], "{text}");
}

#[test]
fn the_price_is_the_price() {
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
                    put(project, &padded(&rules, operation, cost));
                    project.as_user(&User::Anonymous).commit(std::slice::from_ref(&write)).unwrap()
                };
                let denied = ask(cost.expressions - 1).denied();
                assert!(denied.contains("maximum of 1000 expressions"), "{cost:?}: {denied}");
                assert!(ask(cost.expressions).is_allowed(), "{cost:?}");
            }
        }
    });
}
