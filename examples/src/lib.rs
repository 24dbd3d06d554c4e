//! Applications in small.

pub mod grid;
