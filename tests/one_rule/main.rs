//! The meeting of the guide "One rule, three places": every rule of it, kept at
//! its limit and broken one step beyond, in Rust, on every PostgreSQL and on
//! every Firestore emulator.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "these are tests")]

mod cases;
mod firestore;
#[allow(dead_code, missing_docs, unreachable_pub, reason = "the guide's model is short")]
#[path = "../../examples/one_rule/models.rs"]
mod models;
mod page;
mod postgres;

use ::backend_models::validate::Validate as _;
use cases::cases;

#[test]
fn rust_says_what_is_broken() {
    for case in cases() {
        let broken = match case.meeting.validate() {
            Ok(()) => None,
            Err(violations) => {
                assert_eq!(violations.all().len(), 1, "{}", case.what);
                violations.all().first().map(|violation| violation.code().to_owned())
            }
        };
        assert_eq!(broken.as_deref(), case.breaks, "{}", case.what);
    }
}
