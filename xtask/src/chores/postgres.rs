//! `cargo xtask postgres`: servers for another terminal.

use std::io;

use crate::engines::{self, Fleet, postgres};
use crate::error::{Context, Result};
use crate::say;

/// Starts the servers, says where they are, and waits.
pub(crate) fn run() -> Result {
    let servers = postgres::start()?;
    let fleets = [Fleet { variable: postgres::VARIABLE, servers }];
    engines::list(&fleets, "running");
    for fleet in &fleets {
        say::print(format_args!("export {}='{}'", fleet.variable, fleet.value()));
        if let Some(server) = fleet.servers.first() {
            say::print(format_args!("export DATABASE_URL='{}'", server.url));
        }
    }
    say::note("Ctrl-C, or the end of standard input, stops them");
    io::copy(&mut io::stdin(), &mut io::sink()).context(|| "standard input")?;
    Ok(())
}
