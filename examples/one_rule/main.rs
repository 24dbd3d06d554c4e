//! One declaration and what becomes of it, for the guide "One rule, three
//! places":
//!
//! ```text
//! cargo run -q --example one_rule -- sql             # for Supabase
//! cargo run -q --example one_rule -- sql --plain     # for any PostgreSQL
//! cargo run -q --example one_rule -- rules           # firestore.rules
//! cargo run -q --example one_rule -- typescript      # with schemas of zod
//! ```

#[allow(dead_code, missing_docs, unreachable_pub, reason = "the guide's model is short")]
mod models;

use std::error::Error;

use ::backend_models::firestore::{Rules, Sdk, TypeScript};
use ::backend_models::postgres::{Script, Target};

fn main() -> Result<(), Box<dyn Error>> {
    let schema = &self::models::SCHEMA;
    let words: Vec<String> = std::env::args().skip(1).collect();
    let printed = match words.join(" ").as_str() {
        "sql" => Script::new(schema, Target::SUPABASE)?.to_string(),
        "sql --plain" => Script::new(schema, Target::PLAIN)?.to_string(),
        "rules" => Rules::new(schema)?.to_string(),
        "typescript" => TypeScript::with_zod(schema, Sdk::Web)?.to_string(),
        _ => return Err("usage: one_rule sql [--plain] | rules | typescript".into()),
    };
    print!("{printed}");
    Ok(())
}
