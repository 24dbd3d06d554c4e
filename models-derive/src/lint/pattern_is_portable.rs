//! # `pattern_is_portable`
//!
//! A `pattern` is a regular expression that means the same in Rust, in
//! PostgreSQL and in Firestore's rules. It is matched against the whole text.
//!
//! What all three share: characters, classes (`[a-z0-9_]`, `\d`, `\w`, `\s` of
//! ASCII, `.` for all but a line break), groups, `|`, and repeats up to 255
//! times. What they do not share is refused at its part: anchors and borders
//! (`^`, `$`, `\b`: the whole text is matched anyway), flags (`(?i)`), classes of
//! Unicode (`\p{L}`), arithmetic of classes, references and look-around. In an
//! engine that reads it differently, a wrong value would pass in one place and
//! fail in another.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Check, Model, Unportable, ValueRule};

pub(super) const CONVENTION: Convention = Convention { name: "pattern_is_portable", check };

fn check(model: &Model, findings: &mut Findings) {
    for field in &model.fields {
        for rule in field.rules.iter().flat_map(ValueRule::with_parts) {
            let Check::Pattern(pattern) = &rule.check else { continue };
            let Err(wrong) = &pattern.read else { continue };
            findings.about(
                &field.name,
                Diagnostic::new(pattern.written.at, what(wrong)).why(&wrong.why).fix(&wrong.fix),
            );
        }
    }
}

fn what(wrong: &Unportable) -> String {
    let part = &wrong.part;
    if wrong.is_broken {
        return format!("this pattern is not a regular expression, at `{part}`");
    }
    format!("`{part}` in this pattern does not mean the same everywhere")
}
