//! The rules that are printed, against emulators.

mod corners;
mod differential;
mod sample;
mod verdicts;
mod world;
