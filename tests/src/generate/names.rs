//! Names and texts that try to break out of their quotes.

use std::collections::HashSet;

use super::Dice;

/// Parts of names.
const PARTS: &[&str] = &[
    "a", "b", "post", "_", "user", "select", "Order", "ä", "漢", "🦀", "\"", "'", ";", "\\", "$$",
    "$q$", " ", "--", "/*", "%", "{}", ".", "\n", ")", "E'", "id",
];

/// Words that need quotes, some only here and there.
const WORDS: &[&str] = &["order", "user", "table", "json_table", "timestamp", "current_user"];

/// The names that are taken.
#[derive(Debug, Default)]
pub(crate) struct Names {
    tables: HashSet<String>,
}

impl Names {
    /// A name that no table has.
    pub(crate) fn table(&mut self, dice: &mut Dice) -> String {
        free(dice, &mut self.tables)
    }
}

/// A name that is not among `taken`, which it joins.
pub(crate) fn free(dice: &mut Dice, taken: &mut HashSet<String>) -> String {
    let mut name = name(dice);
    let mut number = 0;
    while !taken.insert(name.clone()) {
        number += 1;
        let ending = number.to_string();
        name.truncate(name.floor_char_boundary(63 - ending.len()));
        name.push_str(&ending);
    }
    name
}

fn name(dice: &mut Dice) -> String {
    match dice.roll(4) {
        0 => text_of(dice, &PARTS[..4], 3),
        1 => text_of(dice, PARTS, 6),
        2 => (*dice.pick(WORDS)).to_owned(),
        _ => {
            // As long as a name can be; of underscores alone, PostgreSQL itself
            // could not name the type of a table's lists.
            let part = dice.pick(&PARTS[4..]);
            let mut name = part.repeat(63 / part.len());
            name.push_str(&"x".repeat(63 - name.len()));
            name
        }
    }
}

/// A text; often none.
pub(crate) fn text(dice: &mut Dice) -> String {
    if dice.once_in(2) { text_of(dice, PARTS, 12) } else { String::new() }
}

/// A text that is not empty.
pub(crate) fn label(dice: &mut Dice) -> String {
    text_of(dice, PARTS, 5)
}

fn text_of(dice: &mut Dice, parts: &[&str], most: usize) -> String {
    (0..=dice.roll(most)).map(|_| *dice.pick(parts)).collect()
}
