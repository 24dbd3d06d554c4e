//! Applications in small.
