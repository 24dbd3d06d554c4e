//! A discussion kept in Firestore: the models, and what is printed from them.
//!
//! ```text
//! cargo run -q --example discussion                  # the description
//! cargo run -q --example discussion -- rules         # firestore.rules
//! cargo run -q --example discussion -- indexes       # firestore.indexes.json
//! cargo run -q --example discussion -- typescript    # for the web SDK
//! cargo run -q --example discussion -- typescript --admin
//! ```

mod models;

use std::error::Error;
use std::process::ExitCode;

use ::models::firestore::{Indexes, Rules, Sdk, TypeScript};
use ::models::schema::Schema;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match print(&self::models::SCHEMA, &words.join(" ")) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What these words ask for.
fn print(schema: &Schema, words: &str) -> Result<String, Box<dyn Error>> {
    Ok(match words {
        "" => format!("{:#?}\n", schema.models),
        "rules" => Rules::new(schema)?.to_string(),
        "indexes" => Indexes::new(schema)?.to_string(),
        "typescript" => TypeScript::new(schema, Sdk::Web)?.to_string(),
        "typescript --admin" => TypeScript::new(schema, Sdk::Admin)?.to_string(),
        _ => return Err("usage: discussion [rules | indexes | typescript [--admin]]".into()),
    })
}
