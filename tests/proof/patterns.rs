//! Rules about what a text consists of, and texts on both sides of them.

use ::backend_models::schema::{Check, Text};

use super::dice::Dice;

/// Patterns as the derive writes them again, with texts that match.
const PATTERNS: [(&str, &[&str]); 4] = [
    ("[_a-z]{2,5}", &["ab", "a_b", "abcde"]),
    ("(?:ab|c)+x?", &["ab", "cabx", "c"]),
    ("[0-9]{3}\\-[A-Z]?", &["123-", "000-Z"]),
    ("[^a-z]{0,4}", &["", "ÄÖ", "🦀🦀🦀🦀", "A\nB"]),
];

/// Texts that were not made for any pattern.
const OTHERS: [&str; 10] =
    ["", "a", "abcdef", "AB", "abx\n", "123-ab", "ａb", "🦀🦀🦀🦀🦀", "ab\u{301}", " ab"];

const ADDRESSES: [&str; 12] = [
    "a@b.c",
    "a@b",
    "@b.c",
    "a b@c.d",
    "a@-b.c",
    "a@b-.c",
    "a@b..c",
    "ä@b.c",
    "a@b.c\n",
    "a.b+c@d-e.f",
    "a@b.c.d",
    "A@B.C",
];

const PAGES: [&str; 12] = [
    "https://a.b",
    "http://a",
    "ftp://a",
    "https://",
    "https://a:80/x?y#z",
    "https://a:123456",
    "https://a b",
    "https://-a",
    "https://a/ä",
    "HTTPS://a",
    "https://a?b",
    "https://a.",
];

const PARTS: [&str; 6] = ["a", "a.", "(", "'z", "é", "\\"];

/// Blank, or almost.
const BLANKS: [&str; 7] = ["", " ", "\t\n\r", "\u{b}\u{c}", "\u{a0}", "\u{2003}", " a "];

const ASCII: [&str; 5] = ["", "a\u{7f}", "\u{80}", "aé", "\u{1}\n"];

/// A rule about a text.
pub(crate) fn check(dice: &mut Dice) -> Check {
    let part = |dice: &mut Dice| Text::Borrowed(dice.pick(&PARTS));
    match dice.roll(9) {
        0 | 1 => Check::Pattern(Text::Borrowed(dice.pick(&PATTERNS).0)),
        2 => Check::Email,
        3 => Check::Url,
        4 => Check::NotBlank,
        5 => Check::Ascii,
        6 => Check::StartsWith(part(dice)),
        7 => Check::EndsWith(part(dice)),
        _ => Check::Contains(part(dice)),
    }
}

/// A text that a rule is about.
pub(crate) fn beside(dice: &mut Dice, check: &Check) -> String {
    let around = |dice: &mut Dice, part: &str| {
        let others = ["", "x", "é", "\n"];
        let (before, behind) = (dice.pick(&others), dice.pick(&others));
        if dice.once_in(4) { before.to_owned() } else { format!("{before}{part}{behind}") }
    };
    match check {
        Check::Pattern(pattern) => {
            let (_, matching) = PATTERNS.into_iter().find(|(text, _)| text == pattern).unwrap();
            let texts = if dice.once_in(2) { matching } else { &OTHERS };
            dice.pick(texts).to_owned()
        }
        Check::Email => address(dice),
        Check::Url => page(dice),
        Check::NotBlank => dice.pick(&BLANKS).to_owned(),
        Check::Ascii => dice.pick(&ASCII).to_owned(),
        Check::StartsWith(part) | Check::EndsWith(part) | Check::Contains(part) => {
            around(dice, part)
        }
        _ => dice.pick(&OTHERS).to_owned(),
    }
}

/// An address, some as long as one may be.
fn address(dice: &mut Dice) -> String {
    match dice.roll(6) {
        0 => format!("{}@b.c", "a".repeat(63 + dice.roll(3))),
        1 => format!("a@{}.c", "b".repeat(62 + dice.roll(3))),
        2 => format!("a@{}{}", "b.".repeat(124 + dice.roll(2)), "c".repeat(1 + dice.roll(5))),
        _ => dice.pick(&ADDRESSES).to_owned(),
    }
}

fn page(dice: &mut Dice) -> String {
    match dice.roll(6) {
        0 => format!("http://{}/", "a".repeat(252 + dice.roll(3))),
        1 => format!("http://a/{}", "x".repeat(2_038 + dice.roll(3))),
        _ => dice.pick(&PAGES).to_owned(),
    }
}
