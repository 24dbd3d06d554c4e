//! The form that Rust, PostgreSQL and Firestore read alike.

use super::Tree;
use super::set::Set;

pub(super) fn text(tree: &Tree) -> String {
    let mut text = String::new();
    write(tree, &mut text);
    text
}

fn write(tree: &Tree, text: &mut String) {
    match tree {
        Tree::One(set) => class(set, text),
        Tree::Sequence(all) => {
            for part in all {
                // `a|b` in a sequence would take its neighbours with it.
                if matches!(part, Tree::Either(_)) {
                    grouped(part, text)
                } else {
                    write(part, text)
                }
            }
        }
        Tree::Either(any) => {
            for (position, part) in any.iter().enumerate() {
                if position > 0 {
                    text.push('|');
                }
                write(part, text);
            }
        }
        Tree::Repeat { inner, min, max } => {
            if matches!(**inner, Tree::One(_)) {
                write(inner, text)
            } else {
                grouped(inner, text)
            }
            text.push_str(&match (min, max) {
                (0, Some(1)) => "?".to_owned(),
                (0, None) => "*".to_owned(),
                (1, None) => "+".to_owned(),
                (min, Some(max)) if min == max => format!("{{{min}}}"),
                (min, Some(max)) => format!("{{{min},{max}}}"),
                (min, None) => format!("{{{min},}}"),
            });
        }
    }
}

fn grouped(tree: &Tree, text: &mut String) {
    text.push_str("(?:");
    write(tree, text);
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
