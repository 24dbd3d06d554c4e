//! A community site: its models, their SQL, and a demonstration on a server.
//!
//! ```text
//! cargo run -q --example community -- sql            # for Supabase
//! cargo run -q --example community -- sql --plain    # for any PostgreSQL
//! cargo run -q --example community -- demo           # on the server of DATABASE_URL
//! ```

#![allow(missing_docs, unreachable_pub, reason = "a program, whose modules serve itself")]

mod demo;
mod models;

use std::process::ExitCode;

use ::backend_models::postgres::{Script, Target};

const USAGE: &str = "usage: community sql [--plain] | demo";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["sql"] => print(Target::SUPABASE),
        ["sql", "--plain"] => print(Target::PLAIN),
        ["demo"] => match std::env::var("DATABASE_URL") {
            Ok(url) => demo::run(&url).await,
            Err(_) => Err("DATABASE_URL names no server; `cargo xtask demo` starts one".into()),
        },
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn print(target: Target) -> Result<(), Box<dyn std::error::Error>> {
    print!("{}", Script::new(&models::SCHEMA, target)?);
    Ok(())
}
