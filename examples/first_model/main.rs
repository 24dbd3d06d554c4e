//! The README's models, and their SQL: `cargo run -q --example first_model`.

#[allow(dead_code, missing_docs, unreachable_pub, reason = "the README's models are short")]
#[path = "models.rs"]
mod first;

use models::postgres::{Error, Script, Target};

fn main() -> Result<(), Error> {
    print!("{}", Script::new(&first::SCHEMA, Target::SUPABASE)?);
    Ok(())
}
