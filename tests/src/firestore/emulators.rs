//! The emulators that tests run on.

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::{Project, client};

/// An emulator.
#[derive(Clone, Debug)]
pub struct Emulator {
    /// Its name in reports: `hidane`, `google`, or the user's own.
    pub name: String,
    /// Where it answers, such as `127.0.0.1:8080`.
    pub address: String,
    pub(super) client: client::Client,
}

/// The emulators that `MODELS_FIRESTORE` names as `name=http://host:port`,
/// parted by spaces, else the one of `FIRESTORE_EMULATOR_HOST`. A test that
/// finds none has failed, because it has tested nothing.
pub fn emulators() -> Vec<Emulator> {
    let set = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    if let Some(list) = set("MODELS_FIRESTORE") {
        return list.split_whitespace().map(named).collect();
    }
    let host = set("FIRESTORE_EMULATOR_HOST").expect(
        "no Firestore emulator to test on: run `cargo xtask test`, which starts some, or set \
         MODELS_FIRESTORE or FIRESTORE_EMULATOR_HOST",
    );
    vec![emulator("FIRESTORE_EMULATOR_HOST", &host)]
}

fn named(pair: &str) -> Emulator {
    let parts = pair.split_once('=').map(|(name, url)| (name, url.strip_prefix("http://")));
    let Some((name, Some(address))) = parts else {
        panic!("MODELS_FIRESTORE is a list of name=http://host:port, and not {pair}");
    };
    emulator(name, address)
}

fn emulator(name: &str, address: &str) -> Emulator {
    let address = address.trim_end_matches('/').to_owned();
    let client = client::Client::new(&address);
    Emulator { name: name.to_owned(), address, client }
}

/// Runs a test on every emulator, each time in a project that is cleared
/// afterwards. Emulators keep rules and documents for each project, so tests
/// run beside one another.
pub fn on_every_emulator(test: impl Fn(&Project)) {
    for emulator in emulators() {
        let project = Project::fresh(&emulator);
        let result = catch_unwind(AssertUnwindSafe(|| test(&project)));
        let cleared = project.clear();
        if let Err(panic) = result {
            eprintln!("on the emulator {}", emulator.name);
            resume_unwind(panic);
        }
        cleared.unwrap_or_else(|error| panic!("on the emulator {}: {error}", emulator.name));
    }
}
