//! The README's models, and their SQL: `cargo run -q --example first_model`,
//! for Supabase; with `-- --plain`, for any PostgreSQL.

#[allow(dead_code, missing_docs, unreachable_pub, reason = "the README's models are short")]
#[path = "models.rs"]
mod first;

use backend_models::postgres::{Error, Script, Target};

fn main() -> Result<(), Error> {
    let plain = std::env::args().any(|argument| argument == "--plain");
    let target = if plain { Target::PLAIN } else { Target::SUPABASE };
    print!("{}", Script::new(&first::SCHEMA, target)?);
    Ok(())
}
