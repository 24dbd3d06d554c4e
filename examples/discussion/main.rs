//! A discussion kept in Firestore: the models, and what is printed from them.
//!
//! `cargo run -p models-examples --example discussion -- rules` prints
//! `firestore.rules`; without an argument, the models are described.

mod models;

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        None => {
            for model in &*self::models::SCHEMA.models {
                println!("{model:#?}");
            }
            ExitCode::SUCCESS
        }
        Some("rules") => match ::models::firestore::Rules::new(&self::models::SCHEMA) {
            Ok(rules) => {
                print!("{rules}");
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
        Some(other) => {
            eprintln!("`{other}` is not printed; `rules` is");
            ExitCode::FAILURE
        }
    }
}
