//! A community site: its models, their SQL, and a demonstration on a server.
//!
//! ```text
//! cargo run -q --example community -- sql            # for Supabase
//! cargo run -q --example community -- sql --plain    # for any PostgreSQL
//! ```

mod models;

use ::models::postgres::{Script, Target};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let target = if arguments.iter().any(|a| a == "--plain") { Target::PLAIN } else { Target::SUPABASE };
    print!("{}", Script::new(&models::SCHEMA, target).unwrap());
}
