//! The form that Rust, PostgreSQL and Firestore read alike.

use std::fmt::Write as _;

use super::Tree;
use super::set::Set;

pub(super) fn text(tree: &Tree) -> String {
    let mut text = String::new();
    append(tree, &mut text);
    text
}

fn append(tree: &Tree, text: &mut String) {
    match tree {
        Tree::One(set) => class(set, text),
        Tree::Sequence(all) => {
            for part in all {
                // `a|b` in a sequence would take its neighbours with it.
                if matches!(part, Tree::Either(_)) {
                    grouped(part, text);
                } else {
                    append(part, text);
                }
            }
        }
        Tree::Either(any) => {
            for (position, part) in any.iter().enumerate() {
                if position > 0 {
                    text.push('|');
                }
                append(part, text);
            }
        }
        Tree::Repeat { inner, min, max } => {
            if matches!(**inner, Tree::One(_)) {
                append(inner, text);
            } else {
                grouped(inner, text);
            }
            match (min, max) {
                (0, Some(1)) => text.push('?'),
                (0, None) => text.push('*'),
                (1, None) => text.push('+'),
                // Writing to a `String` cannot fail.
                (min, Some(max)) if min == max => drop(write!(text, "{{{min}}}")),
                (min, Some(max)) => drop(write!(text, "{{{min},{max}}}")),
                (min, None) => drop(write!(text, "{{{min},}}")),
            }
        }
    }
}

fn grouped(tree: &Tree, text: &mut String) {
    text.push_str("(?:");
    append(tree, text);
    text.push(')');
}

fn class(set: &Set, text: &mut String) {
    if let Some(c) = set.single() {
        return escaped(c, "\\.^$|()[]{}*+?", text);
    }
    let complement = set.is_rather_a_complement();
    text.push_str(if complement { "[^" } else { "[" });
    for (first, last) in if complement { set.not().ranges() } else { set.ranges() } {
        escaped(first, "\\[]^-", text);
        if first != last {
            if u32::from(last) > u32::from(first) + 1 {
                text.push('-');
            }
            escaped(last, "\\[]^-", text);
        }
    }
    text.push(']');
}

fn escaped(c: char, special: &str, text: &mut String) {
    match c {
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        c => {
            if special.contains(c) {
                text.push('\\');
            }
            text.push(c);
        }
    }
}
