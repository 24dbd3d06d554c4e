//! The rules that are printed, against emulators.

mod differential;
mod sample;
mod world;
