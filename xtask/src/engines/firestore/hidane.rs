//! hidane: an emulator in Rust, which every machine can build.

use super::emulator::Emulator;
use crate::engines::install::Program;
use crate::engines::places::Places;
use crate::error::Result;

const HIDANE: Program = Program {
    name: "hidane",
    version: "0.6.0",
    what: "the Firestore emulator hidane (built from crates.io, a few minutes)",
};

/// The emulator, which is built if need be.
pub(super) fn find(places: &Places) -> Result<Emulator> {
    let program = HIDANE.install(&places.programs)?;
    Ok(Emulator {
        name: HIDANE.name,
        version: format!("the Firestore emulator {} {}", HIDANE.name, HIDANE.version),
        command: vec![program.into_os_string()],
    })
}
