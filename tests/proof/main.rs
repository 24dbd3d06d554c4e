//! The proof: one declaration is enforced in three places, and they decide
//! alike. Models, rows, callers and commands at random are put to Rust, to
//! PostgreSQL in the caller's role, and to the rules on emulators.
//!
//! `PROOF_SEED` repeats a run, `PROOF_DECISIONS` and `PROOF_MINUTES` make it
//! longer, `PROOF_RECORD` names a file for its counts: docs/proof.md.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    reason = "these are tests"
)]

mod broken;
mod case;
mod counts;
mod derived;
mod dice;
mod model;
mod patterns;
mod places;
mod report;
mod rule;
mod run;
mod said;
mod shrink;
mod values;

use std::env;
use std::fs;
use std::time::{Duration, Instant};

use uuid::Uuid;

use run::{Run, all_places};

/// Decisions of a normal run.
const DECISIONS: usize = 20_000;

/// Some places are asked for one batch in so many, in a normal run and in a
/// longer one.
const SAMPLE: u64 = 10;
const LONG_SAMPLE: u64 = 100;

#[test]
fn three_places_decide_alike() {
    let set = |name: &str| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let number = |name: &str| set(name).map(|it| it.trim().parse().unwrap());
    let seed = number("PROOF_SEED").unwrap_or_else(|| Uuid::new_v4().as_u64_pair().0 >> 32);
    let minutes = number("PROOF_MINUTES").map(|it| Duration::from_secs(it * 60));
    let usual = if minutes.is_some() { usize::MAX } else { DECISIONS };
    let decisions = number("PROOF_DECISIONS").map_or(usual, |it| usize::try_from(it).unwrap());
    eprintln!("PROOF_SEED={seed}");
    let mut run = Run::new(seed);
    let sample = if decisions > 10 * DECISIONS { LONG_SAMPLE } else { SAMPLE };
    for place in all_places() {
        let one_in = if place.is_sampled() { sample } else { 1 };
        run.asks(place, one_in);
    }
    if let Some(report) = run.until(decisions, minutes.map(|it| Instant::now() + it)) {
        panic!("PROOF_SEED={seed}\n{}\n{report}", run.counts);
    }
    let report = format!("{}{}", run.counts, run.refused());
    eprintln!("PROOF_SEED={seed}: {report}");
    run.counts.judge();
    if let Some(file) = set("PROOF_RECORD") {
        fs::write(file, format!("PROOF_SEED={seed}\n{report}")).unwrap();
    }
}
