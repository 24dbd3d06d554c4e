//! The emulators that tests run on.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use backend_models_test::fleet;

use super::{Project, client};

/// An emulator.
#[derive(Clone, Debug)]
pub struct Emulator {
    /// Its name in reports: `hidane`, `google`, or `custom`.
    pub name: String,
    /// Where it answers, such as `127.0.0.1:8080`.
    pub address: String,
    pub(super) client: client::Client,
}

/// The emulators that `MODELS_FIRESTORE` names as `name=http://host:port`,
/// separated by spaces, else the one of `FIRESTORE_EMULATOR_HOST`. A test that
/// finds none has failed, because it has tested nothing.
pub fn emulators() -> Vec<Emulator> {
    let named = fleet::named_emulators().unwrap_or_else(|error| panic!("{error}"));
    assert!(
        !named.is_empty(),
        "no Firestore emulator to test on: run `cargo xtask test`, which starts some, or set \
         MODELS_FIRESTORE or FIRESTORE_EMULATOR_HOST"
    );
    named.into_iter().map(|(name, url)| emulator(name, &url)).collect()
}

fn emulator(name: String, url: &str) -> Emulator {
    let Some(address) = url.strip_prefix("http://") else {
        panic!("{name}: an emulator's URL is http://host:port, and not {url}");
    };
    let address = address.trim_end_matches('/').to_owned();
    let client = client::Client::new(&address);
    Emulator { name, address, client }
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
