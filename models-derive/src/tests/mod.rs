//! Tests of the macros, in process.
