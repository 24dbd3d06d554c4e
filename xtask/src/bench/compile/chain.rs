//! Models that refer to the one before: where a derive makes types that
//! contain each other, rustc gives up (E0320).

use super::contestant::Contestant;
use super::contestants::{OURS, SeaOrm, SeaOrmDense, Toasty};
use super::model::Shape;
use super::package::{self, Package};
use crate::bench::cpu::Meter;
use crate::bench::options::Options;
use crate::bench::table::{Table, short};
use crate::error::Result;
use crate::say;

/// Whether a chain compiles, and in what time.
pub(in crate::bench) fn chain(options: &Options) -> Result {
    let meter = Meter::new(&package::folder())?;
    let mut table = Table::new(["contestant", "models in the chain", "CPU s of rustc"]);
    let mut links = vec![(&OURS as &dyn Contestant, if options.quick { 200 } else { 1_000 })];
    let peers: [&dyn Contestant; 3] = [&SeaOrm::MACROS, &SeaOrmDense, &Toasty::MACROS];
    links.extend(peers.into_iter().filter(|_| !options.quick).map(|peer| (peer, 100)));
    for (contestant, count) in links {
        if !options.wants(contestant.name()) {
            continue;
        }
        say::note(format_args!("a chain of {count}: {}", contestant.name()));
        let package = Package::new(contestant)?;
        package.check(&meter)?;
        package.models(count, Shape::Chain)?;
        let outcome = match package.check(&meter) {
            Ok(seconds) => short(seconds),
            Err(error) => format!("does not compile{}", code(&error.to_string())),
        };
        table.row([contestant.name().to_owned(), count.to_string(), outcome]);
    }
    say::print(table.render());
    Ok(())
}

/// The code of the first error that has one: ` (E0320)`.
fn code(message: &str) -> String {
    message
        .split_once("error[")
        .and_then(|(_, rest)| rest.split_once(']'))
        .map_or_else(String::new, |(code, _)| format!(" ({code})"))
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn the_first_code_is_named() {
        assert_eq!(code("cargo: error[E0320]: overflow\nerror[E0275]"), " (E0320)");
        assert_eq!(code("no code"), "");
    }
}
