//! What each construct of the rules language costs of the 1,000 expressions
//! that one decision may evaluate.
//!
//! `docs/firestore-engines.md` holds the table. The test measures every row anew;
//! with `MODELS_COSTS=write` it writes what it finds.

mod measure;
mod page;
mod rows;

use std::env;

use models_tests::firestore::on_every_emulator;

use measure::Scale;
use rows::ROWS;

/// Every emulator counts what the page says.
#[test]
fn the_page_says_what_is_measured() {
    on_every_emulator(|project| {
        let known = page::read();
        let scale = Scale::find(project);
        let cost = |shown: &str| known.iter().find(|row| row.0 == shown).map(|row| row.1);
        let measured = ROWS.iter().map(|row| {
            let cost = scale.cost(row, cost(row.shown));
            (row.shown.to_owned(), cost)
        });
        let measured: Vec<_> = measured.collect();
        if env::var("MODELS_COSTS").is_ok_and(|value| value == "write") {
            page::write(&measured);
        }
        assert_eq!(measured, page::read(), "MODELS_COSTS=write writes what is measured");
    });
}
