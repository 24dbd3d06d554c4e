//! A discussion kept in Firestore: the models, and what is printed from them.
//!
//! ```text
//! cargo run -q --example discussion                  # the description
//! cargo run -q --example discussion -- indexes       # firestore.indexes.json
//! ```

mod models;

use std::error::Error;
use std::process::ExitCode;

use ::models::firestore::Indexes;
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
        "indexes" => Indexes::new(schema)?.to_string(),
        _ => return Err("usage: discussion [indexes]".into()),
    })
}
