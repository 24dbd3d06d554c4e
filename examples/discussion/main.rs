//! A discussion kept in Firestore: the models, and what is printed from them.

mod models;

fn main() {
    for model in &*self::models::SCHEMA.models {
        println!("{model:#?}");
    }
}
