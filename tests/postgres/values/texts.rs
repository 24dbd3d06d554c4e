//! Rules on texts, and texts that are hard on them.

use backend_models::prelude::*;
use serde_json::{Value, json};

use super::row::{Kind, Pick, key, row};

/// What a person is called, in a type of its own.
#[derive(ModelType, Clone, Debug, PartialEq, Eq)]
pub(super) struct Handle(pub(super) String);

row! {
    #[derive(Model, Clone, Debug)]
    #[model(table = "texts")]
    struct Texts {
        #[validate(length(min = 2, max = 4))]
        counted: [String],
        #[validate(length(min = 2, max = 4))]
        counted_maybe: [Option<String>],
        #[validate(length(equal = 3))]
        exact: [String],
        #[validate(length(max = 4))]
        handle: [Handle],
        #[validate(pattern = "[0-9]{2,3}")]
        digits: [String],
        #[validate(pattern = "[a-zé漢]+[0-9]?", length(max = 6))]
        letters: [Option<String>],
        #[validate(pattern = "(?:ab|é🦀)*'\\\\?", length(max = 5))]
        choice: [String],
        #[validate(one_of("it's", "a\\b", "漢\"", "", "$$", "{}"))]
        option: [String],
        #[validate(one_of("it's"))]
        single: [Option<String>],
        #[validate(email)]
        email: [String],
        #[validate(email)]
        email_maybe: [Option<String>],
        #[validate(url)]
        url: [String],
        #[validate(not_blank, length(max = 5))]
        filled: [String],
        #[validate(ascii, length(max = 5))]
        plain: [Option<String>],
        #[validate(starts_with = "é'\\", length(max = 5))]
        begun: [String],
        #[validate(ends_with = "\u{301}", length(max = 5))]
        ended: [String],
        #[validate(contains = "🦀", contains("%", code = "percent"), length(max = 5))]
        holding: [Option<String>],
    }
}

/// A row that breaks no rule.
pub(super) fn texts() -> Texts {
    let text = ToOwned::to_owned;
    Texts {
        id: key(),
        counted: text("abc"),
        counted_maybe: None,
        exact: text("abc"),
        handle: Handle(text("ann")),
        digits: text("12"),
        letters: None,
        choice: text("ab'"),
        option: text("it's"),
        single: None,
        email: text("a@b.c"),
        email_maybe: None,
        url: text("https://a"),
        filled: text("a"),
        plain: None,
        begun: text("é'\\"),
        ended: text("e\u{301}"),
        holding: None,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    }
}

/// Letters of one byte to four, one that stands on another, and what SQL,
/// patterns and JSON take for more than a letter.
const LETTERS: &[&str] = &[
    "a",
    "b",
    "é",
    "漢",
    "🦀",
    "\u{301}",
    "0",
    "9",
    "٣",
    "'",
    "\\",
    "\"",
    "%",
    "_",
    "$",
    "{",
    "}",
    " ",
    "\t",
    "\n",
    "\r",
    "\u{b}",
    "\u{1f}",
    "\u{7f}",
    "\u{80}",
    "\u{85}",
    "\u{a0}",
    "\u{2003}",
    "\u{2028}",
    "\u{feff}",
    "\u{ffff}",
    "\u{10ffff}",
    "@",
    ".",
    "-",
    "K",
    "ſ",
];

const WHOLE: &[&str] = &[
    "it's",
    "its",
    "It's",
    "a\\b",
    "a\\\\b",
    "漢\"",
    "$$",
    "{}",
    "12\n",
    "\n12",
    "1a",
    "é'\\",
    "é'",
    "e\u{301}'\\",
    "\u{301}",
    "é",
    "%🦀",
    "🦀%",
    "%",
    "🦀",
    "abé🦀ab'",
    "ab",
    "ba",
    "é🦀'\\",
    "'\\",
    "a9",
    "a99",
    "漢é9",
    "a@b.c",
    "a@b",
    "@b.c",
    "a@.c",
    "a@b.",
    "a@b..c",
    "a@-b.c",
    "a@b-.c",
    "a@b-b.c",
    "a@@b.c",
    "é@b.c",
    "a@é.c",
    "a b@c.d",
    "!#$%&'*+/=?^_`{|}~-.@b.c",
    "a@b.c\n",
    "a(@b.c",
    "http://a",
    "https://a",
    "ftp://a",
    "http://",
    "HTTP://a",
    "http://a.b:80/c?d#e",
    "http://a:",
    "http://a:123456",
    "http://a:12345",
    "http://a:1a",
    "http://-a",
    "http://a-",
    "http://a b",
    "http://a/ b",
    "http://a/é",
    "http://a?",
    "http://a#",
    "http://a/\n",
    "http://a@b",
    "http://[::1]",
];

/// Around the ends of what an address may have.
fn long() -> Vec<String> {
    let mut texts = Vec::new();
    for local in [63, 64, 65] {
        texts.push(format!("{}@b.c", "a".repeat(local)));
    }
    for label in [62, 63, 64] {
        texts.push(format!("a@{}.c", "b".repeat(label)));
    }
    for whole in [253, 254, 255] {
        let domain = "b.".repeat(120);
        let local = "a".repeat(whole - domain.len() - 2);
        texts.push(format!("{local}@{domain}c"));
    }
    for host in [252, 253, 254] {
        texts.push(format!("http://{}", "a".repeat(host)));
    }
    for whole in [2_047, 2_048, 2_049] {
        texts.push(format!("http://a/{}", "b".repeat(whole - 9)));
    }
    texts
}

impl Kind for String {
    fn pool() -> Vec<Self> {
        let mut pool = vec![Self::new()];
        for letter in LETTERS {
            pool.extend((1..=6).map(|count| letter.repeat(count)));
        }
        pool.extend(WHOLE.iter().map(|text| (*text).to_owned()));
        pool.extend(long());
        pool
    }

    fn shown(&self) -> Value {
        json!(self)
    }

    fn any(pick: Pick<'_>) -> Self {
        match pick(3) {
            0 => WHOLE[pick(WHOLE.len())].to_owned(),
            1 => (0..pick(6)).map(|_| LETTERS[pick(8)]).collect(),
            _ => (0..pick(6)).map(|_| LETTERS[pick(LETTERS.len())]).collect(),
        }
    }
}

impl Kind for Handle {
    fn pool() -> Vec<Self> {
        String::pool().into_iter().map(Self).collect()
    }

    fn shown(&self) -> Value {
        self.0.shown()
    }
}
