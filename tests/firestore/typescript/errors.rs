//! What cannot be printed.
