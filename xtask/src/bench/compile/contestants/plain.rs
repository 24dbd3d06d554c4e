//! The structs alone: what is subtracted from everyone else.

use crate::bench::compile::contestant::{CHRONO, Contestant, UUID};

/// No library at all.
pub(in crate::bench::compile) struct Plain;

impl Contestant for Plain {
    fn name(&self) -> &'static str {
        "plain"
    }

    fn dependencies(&self) -> Vec<String> {
        vec![UUID.to_owned(), CHRONO.to_owned()]
    }
}
