//! The proof: one declaration is enforced in three places, and they decide
//! alike. Models, rows, callers and commands at random are put to Rust, to
//! PostgreSQL in the caller's role, and to the rules on emulators.
//!
//! `PROOF_SEED` repeats a run, `PROOF_DECISIONS` makes it longer: docs/proof.md.
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
mod place;
mod postgres;
mod printed;
mod report;
mod rule;
mod rules;
mod run;
mod rust;
mod said;
mod shrink;
mod values;

use std::env;

use uuid::Uuid;

use run::{Run, places};

/// Decisions of a normal run.
const DECISIONS: usize = 20_000;

/// Google's emulator takes longer, and is asked less.
const SLOW: &str = "google";
const SLOW_DECISIONS: usize = 2_000;

#[test]
fn three_places_decide_alike() {
    let number = |name: &str| env::var(name).ok().map(|it| it.trim().parse().unwrap());
    let seed = number("PROOF_SEED").unwrap_or_else(|| Uuid::new_v4().as_u64_pair().0 >> 32);
    let decisions = number("PROOF_DECISIONS").map_or(DECISIONS, |it| usize::try_from(it).unwrap());
    eprintln!("PROOF_SEED={seed} PROOF_DECISIONS={decisions}");
    let mut run = Run::new(seed);
    for place in places() {
        let slow = SLOW_DECISIONS.max(decisions / 100);
        let is_slow = place.name().ends_with(SLOW);
        run.asks(place, if is_slow { slow } else { decisions });
    }
    if let Some(report) = run.until(decisions) {
        panic!("PROOF_SEED={seed}\n{}\n{report}", run.counts);
    }
    eprintln!("PROOF_SEED={seed}: {}{}", run.counts, run.refused());
    run.counts.judge();
}
