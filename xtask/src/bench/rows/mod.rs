//! What row security costs on a million rows, under the policies that are
//! printed: beside the same query without it, and beside the policies that
//! are often written by hand.

mod case;
mod clock;
mod stand;

use crate::bench::options::Options;
use crate::bench::table::{Table, median, short};
use crate::error::Result;
use crate::say;
use case::{CASES, Case};
use stand::{Stand, Under};

/// Measures every case under everything, in turns, and prints a table for
/// each clock.
pub(super) fn run(options: &Options) -> Result {
    let rounds = options.rounds();
    let stand = Stand::new()?;
    say::print(stand.postgres.version());
    let mut entries =
        CASES.iter().map(|case| Entry::new(&stand, case)).collect::<Result<Vec<_>>>()?;
    for round in 1..=rounds {
        for entry in &mut entries {
            say::note(format_args!("round {round} of {rounds}: {}", entry.case.name));
            entry.measure(&stand)?;
        }
    }
    say::print(table("a client sees", &entries, |entry| &entry.client).render());
    say::print(table("the server takes", &entries, |entry| &entry.server).render());
    Ok(())
}

/// Rounds, under each of [`Under::ALL`].
type Rounds = [Vec<f64>; 3];

/// A case and its measurements.
struct Entry {
    case: &'static Case,
    printed: String,
    client: Rounds,
    server: Rounds,
}

impl Entry {
    fn new(stand: &Stand, case: &'static Case) -> Result<Self> {
        let printed = stand.condition(case.table)?;
        Ok(Self { case, printed, client: Rounds::default(), server: Rounds::default() })
    }

    fn measure(&mut self, stand: &Stand) -> Result {
        for (index, under) in Under::ALL.into_iter().enumerate() {
            stand.set(under, self.case, &self.printed)?;
            let query = match under {
                Under::Nothing => self.case.open,
                Under::Printed | Under::Naive => self.case.asked,
            };
            self.client[index].push(clock::client(stand, under, query)?);
            self.server[index].push(clock::server(stand, under, query)?);
        }
        stand.set(Under::Printed, self.case, &self.printed)
    }
}

/// Microseconds, and how many times those without row security.
fn table(whose: &str, entries: &[Entry], rounds: impl Fn(&Entry) -> &Rounds) -> Table {
    let columns =
        ["without row security, µs", "printed policy, µs", "times", "naive policy, µs", "times"];
    let mut table = Table::new([whose].into_iter().chain(columns));
    for entry in entries {
        let [without, printed, naive] = rounds(entry);
        let against = |rounds: &[f64]| {
            let ratios: Vec<f64> = rounds.iter().zip(without).map(|(it, open)| it / open).collect();
            format!("{:.2}", median(&ratios))
        };
        table.row([
            entry.case.name.to_owned(),
            short(median(without)),
            short(median(printed)),
            against(printed),
            short(median(naive)),
            against(naive),
        ]);
    }
    table
}
