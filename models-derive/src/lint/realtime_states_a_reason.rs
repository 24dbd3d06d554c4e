//! # `realtime_states_a_reason`
//!
//! `realtime` states who follows the changes: `realtime = "the feed page
//! follows new posts"`.
//!
//! Every change of the table is then decoded, checked against the policies
//! for each listener and sent, which costs most where writes are many. When
//! nobody remembers which page listens, nobody dares to switch it off.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::Model;

pub(super) const CONVENTION: Convention = Convention { name: "realtime_states_a_reason", check };

fn check(model: &Model, findings: &mut Findings) {
    let Some(realtime) = &model.realtime else { return };
    let reason = realtime.reason.as_ref();
    if reason.is_none_or(|reason| reason.value.trim().is_empty()) {
        findings.push(
            Diagnostic::new(
                reason.map_or(realtime.at, |reason| reason.at),
                "`realtime` does not say who follows the changes",
            )
            .why("every change is checked and sent for each listener, and who listens is forgotten")
            .fix("write `realtime = \"the feed page follows new posts\"`, with your reason"),
        );
    }
}
