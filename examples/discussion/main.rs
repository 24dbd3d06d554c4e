//! A discussion kept in Firestore: the models, what is printed from them, and a
//! demonstration on an emulator.
//!
//! ```text
//! cargo run -q --example discussion                  # the description
//! cargo run -q --example discussion -- rules         # firestore.rules
//! cargo run -q --example discussion -- indexes       # firestore.indexes.json
//! cargo run -q --example discussion -- typescript    # for the web SDK
//! cargo run -q --example discussion -- typescript --admin
//! cargo run -q --example discussion -- typescript --zod    # with schemas of zod
//! cargo run -q --example discussion -- demo          # on the emulator of FIRESTORE_EMULATOR_HOST
//! ```

#![allow(missing_docs, unreachable_pub, reason = "a program, whose modules serve itself")]

mod demo;
mod models;

use std::error::Error;
use std::process::ExitCode;

use ::backend_models::firestore::{Indexes, Rules, Sdk, TypeScript};
use ::backend_models::schema::Schema;

const USAGE: &str = "usage: discussion [rules | indexes | typescript [--admin | --zod] | demo]";

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.join(" ").as_str() {
        "demo" => match std::env::var("FIRESTORE_EMULATOR_HOST") {
            Ok(address) => demo::run(&address).await,
            Err(_) => {
                Err("FIRESTORE_EMULATOR_HOST names no emulator; `cargo xtask demo` starts one"
                    .into())
            }
        },
        words => text(&self::models::SCHEMA, words).map(|text| print!("{text}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What these words ask for.
fn text(schema: &Schema, words: &str) -> Result<String, Box<dyn Error>> {
    Ok(match words {
        "" => format!("{:#?}\n", schema.models),
        "rules" => Rules::new(schema)?.to_string(),
        "indexes" => Indexes::new(schema)?.to_string(),
        "typescript" => TypeScript::new(schema, Sdk::Web)?.to_string(),
        "typescript --zod" => TypeScript::with_zod(schema, Sdk::Web)?.to_string(),
        "typescript --admin" => TypeScript::new(schema, Sdk::Admin)?.to_string(),
        _ => return Err(USAGE.into()),
    })
}
