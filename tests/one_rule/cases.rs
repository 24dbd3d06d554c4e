//! Meetings at the limits of their rules.

use backend_models::prelude::*;
use chrono::TimeDelta;

use crate::models::Meeting;

/// A meeting, and the rule that it breaks.
pub(crate) struct Case {
    pub(crate) what: String,
    pub(crate) meeting: Meeting,
    /// The code of the rule.
    pub(crate) breaks: Option<&'static str>,
}

/// Whose meetings they are.
pub(crate) fn ada() -> Id<auth::User> {
    Id::from(Uuid::from_u128(0x0192_d3a5_7a3e_7cc3_9a52_07f0_f6d5_a001))
}

/// A meeting that breaks no rule.
pub(crate) fn meeting() -> Meeting {
    let start = DateTime::from_timestamp(1_796_148_000, 0).unwrap();
    Meeting {
        id: Id::new(),
        owner_id: ada(),
        title: "Rust and Firestore".to_owned(),
        slug: "rust-and-firestore".to_owned(),
        seats: 40,
        is_public: true,
        starts_at: start,
        ends_at: start + TimeDelta::hours(2),
        created_at: start,
        updated_at: start,
    }
}

/// Each rule at its ends and one step beyond, in characters and not in bytes.
pub(crate) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |what: String, breaks, change: &dyn Fn(&mut Meeting)| {
        let mut meeting = meeting();
        change(&mut meeting);
        cases.push(Case { what, meeting, breaks });
    };
    add("nothing is wrong".to_owned(), None, &|_| {});
    for (text, times, breaks) in [
        ("", 0, Some("length")),
        ("e", 1, None),
        ("e\u{301}", 40, None),
        ("e\u{301}", 41, Some("length")),
        ("🦀", 80, None),
        ("🦀", 81, Some("length")),
    ] {
        let title = text.repeat(times);
        add(format!("title: {title:?}"), breaks, &|meeting| meeting.title.clone_from(&title));
    }
    for (text, times, breaks) in [
        ("a", 2, Some("pattern")),
        ("a", 3, None),
        ("-", 40, None),
        ("9", 41, Some("pattern")),
        ("A", 5, Some("pattern")),
        ("é", 5, Some("pattern")),
        ("abc\n", 1, Some("pattern")),
    ] {
        let slug = text.repeat(times);
        add(format!("slug: {slug:?}"), breaks, &|meeting| meeting.slug.clone_from(&slug));
    }
    for (seats, breaks) in [
        (i32::MIN, Some("range")),
        (0, Some("range")),
        (1, None),
        (500, None),
        (501, Some("range")),
    ] {
        add(format!("seats: {seats}"), breaks, &|meeting| meeting.seats = seats);
    }
    for (microseconds, breaks) in [(-1, Some("rule")), (0, Some("rule")), (1, None)] {
        add(format!("ends {microseconds} µs after it starts"), breaks, &|meeting| {
            meeting.ends_at = meeting.starts_at + TimeDelta::microseconds(microseconds);
        });
    }
    cases
}
