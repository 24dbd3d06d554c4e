//! Texts that mean something to someone on the way.

/// What is said.
pub(super) const TEXTS: &[&str] = &[
    "it's",
    "''",
    "'; drop table profiles; --",
    "\"",
    "we\"ird\"\"",
    "\\",
    "\\'",
    "\\'; select 1; --",
    "ends in a backslash\\",
    "E'\\x41'",
    "U&\"d\\0061ta\"",
    "$$",
    "$q$ $qq$ $",
    "$body$; select 1; $body$",
    "$1 %s %I {} {0} :name ?",
    "-- a comment",
    "/* a comment */",
    "*/ /*",
    "a;b",
    "a.b",
    "a b\tc\nd\re",
    "select",
    "NULL",
    "null",
    "true",
    "public",
    "Grüße, 世界",
    "👩‍👩‍👧‍👦",
    "\u{202e}right to left",
    "e\u{301} or \u{e9}",
    "\u{feff}mark",
    "\u{1}\u{7f}\u{80}",
    "'||(select current_user)||'",
    "(select auth.uid())",
    "=",
    " ",
];

/// A name with as much of a text as fits, of its own in all of them.
pub(super) fn name(number: usize, kind: &str, said: &str) -> String {
    let ending = format!("{number}{kind}");
    let mut name = said.repeat(63 / said.len().max(1) + 1);
    name.truncate(name.floor_char_boundary(63 - ending.len()));
    name.push_str(&ending);
    name
}
