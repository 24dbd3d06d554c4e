//! Names for keys, so that an attack reads like what it does.

use uuid::Uuid;

/// Who and what there is. `rows.sql` says how they hang together.
const NAMES: &[&str] = &[
    "owner",
    "writer",
    "reader",
    "rival",
    "stranger",
    "newcomer",
    "moderator", // users
    "team",
    "rivals", // teams
    "writes",
    "reads",
    "theirs", // memberships
    "note",
    "their_note",
    "old_note",
    "left_note", // notes
    "published",
    "draft",
    "archived",
    "their_draft",
    "news", // posts
    "first",
    "second",
    "hidden", // comments
    "rust",
    "sql",
    "tagged",
    "passage", // tags, a post's tag, a passage
    "new",     // a row that is not there
];

/// The key of this name.
pub(crate) fn key(name: &str) -> Uuid {
    let number = NAMES.iter().position(|it| *it == name);
    let number = number.unwrap_or_else(|| panic!("@{name} is no name"));
    Uuid::from_u128(0xa000_0000_0000_4000_8000_0000_0000_0000 + number as u128)
}

/// SQL in which every `@name` has become its key.
pub(crate) fn filled(sql: &str) -> String {
    let mut parts = sql.split('@');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        if name.is_empty() {
            filled.push('@');
        } else {
            filled.extend(["'", &key(name).to_string(), "'"]);
        }
        filled.push_str(rest);
    }
    filled
}
