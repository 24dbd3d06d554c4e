//! Everyone who takes part, one file for each kind.

mod diesel;
mod ours;
mod plain;
mod sea_orm;
mod simple;
mod toasty;

pub(super) use diesel::Diesel;
pub(super) use ours::{OURS, OURS_WITH_SQLX};
pub(super) use plain::Plain;
pub(super) use sea_orm::{SeaOrm, SeaOrmDense};
pub(super) use toasty::Toasty;

use super::contestant::Contestant;

type All = Vec<Box<dyn Contestant>>;

/// Whose compile time is compared; plain structs come first.
pub(super) fn all() -> All {
    let mut all: All = vec![Box::new(Plain), Box::new(OURS), Box::new(OURS_WITH_SQLX)];
    all.extend(simple::all());
    all.push(Box::new(SeaOrm::MACROS));
    all.push(Box::new(SeaOrmDense));
    all.push(Box::new(Toasty::MACROS));
    all.push(Box::new(Diesel));
    all
}

/// Whose dependencies are compared: the same, and others' drivers, too.
pub(super) fn with_engines() -> All {
    let mut all = all();
    all.retain(|contestant| contestant.name() != SeaOrmDense.name());
    all.push(Box::new(SeaOrm::POSTGRES));
    all.push(Box::new(Toasty::POSTGRES));
    all
}
