//! The whole discussion on a real emulator: its rules, who may do what, and
//! copies that are brought up to date.

mod copies;
mod emulator;
mod people;
mod store;
mod verdicts;
mod world;

use std::error::Error;

use ::backend_models::firestore::Rules;

use crate::models::SCHEMA;
use emulator::Emulator;

/// Runs everything in a project of its own on the emulator at `host:port`, and
/// clears it.
pub async fn run(address: &str) -> Result<(), Box<dyn Error>> {
    let rules = Rules::new(&SCHEMA)?.to_string();
    print_rules(&rules);
    let emulator = Emulator::at(address);
    let shown = show(&emulator, &rules).await;
    let cleared = emulator.clear();
    shown?;
    Ok(cleared?)
}

async fn show(emulator: &Emulator, rules: &str) -> Result<(), Box<dyn Error>> {
    emulator.put_rules(rules)?;
    println!("\nThese rules are in effect in a project of its own on the emulator.");
    verdicts::show(emulator)?;
    // Only what the copies are about.
    emulator.clear()?;
    copies::show(emulator).await
}

/// The rules of the teams, which show what all rules are like.
fn print_rules(rules: &str) {
    let lines: Vec<&str> = rules.lines().collect();
    let place = |what: &str| lines.iter().position(|line| line.trim_start().starts_with(what));
    let start = place("match /teams/").unwrap_or(0);
    let next = place("match /threads/").filter(|next| *next > start).unwrap_or(lines.len());
    // Without the comment above the next match.
    let end = lines[..next].iter().rposition(|line| line.is_empty()).filter(|end| *end > start);
    let end = end.unwrap_or(next);
    println!("firestore.rules, lines {} to {end} of {}:\n", start + 1, lines.len());
    for line in &lines[start..end] {
        println!("{line}");
    }
    println!("\nThe whole: cargo run -q --example discussion -- rules");
}
