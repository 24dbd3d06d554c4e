//! One declaration and what becomes of it, for the guide "One rule, three
//! places": `cargo run -q --example one_rule -- sql`, or `rules`, `typescript`.

#[allow(dead_code, missing_docs, unreachable_pub, reason = "the guide's model is short")]
mod models;

use std::error::Error;

use ::models::firestore::{Rules, Sdk, TypeScript};
use ::models::postgres::{Script, Target};

fn main() -> Result<(), Box<dyn Error>> {
    let schema = &self::models::SCHEMA;
    let printed = match std::env::args().nth(1).as_deref() {
        Some("sql") => Script::new(schema, Target::SUPABASE)?.to_string(),
        Some("rules") => Rules::new(schema)?.to_string(),
        Some("typescript") => TypeScript::with_zod(schema, Sdk::Web)?.to_string(),
        _ => return Err("usage: one_rule sql | rules | typescript".into()),
    };
    print!("{printed}");
    Ok(())
}
