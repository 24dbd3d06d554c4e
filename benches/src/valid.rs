//! A model whose values have rules, and the same rules by hand.

use std::borrow::Cow;

use backend_models::prelude::*;

/// Someone who has signed up.
#[derive(Model, Clone, Debug)]
#[model(table = "accounts")]
#[access(select = anyone, insert = service, update = service, delete = service)]
pub struct Account {
    /// The key.
    #[model(id)]
    pub id: Id<Account>,
    /// What the account is called.
    #[validate(pattern = "[a-z0-9_]{3,20}")]
    pub handle: String,
    /// Where to write to.
    #[validate(email)]
    pub email: String,
    /// The person's name.
    #[validate(length(min = 1, max = 80))]
    pub name: String,
    /// About the person.
    #[validate(length(max = 500))]
    pub bio: Option<String>,
    /// The person's own page.
    #[validate(url)]
    pub website: Option<String>,
    /// In years.
    #[validate(range(min = 13, max = 120))]
    pub age: i32,
    /// What the person likes.
    #[validate(items(max = 10), each(length(min = 1, max = 30)))]
    pub interests: Vec<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// Breaks no rule.
#[must_use]
pub fn valid() -> Account {
    Account {
        id: Id::new(),
        handle: "ada_lovelace".into(),
        email: "ada.lovelace@example.org".into(),
        name: "Ada Lovelace".into(),
        bio: Some("Wrote the first program for a machine that was never built.".into()),
        website: Some("https://example.org/ada?lang=en".into()),
        age: 36,
        interests: vec!["mathematics".into(), "music".into(), "horses".into()],
        created_at: Utc::now(),
        updated_at: Utc::now(),
    }
}

/// Breaks seven rules.
#[must_use]
pub fn invalid() -> Account {
    Account {
        handle: "Ada Lovelace".into(),
        email: "ada.lovelace".into(),
        name: String::new(),
        bio: Some("x".repeat(501)),
        website: Some("example.org".into()),
        age: 12,
        interests: vec!["mathematics".into(), String::new(), "horses".into()],
        ..valid()
    }
}

/// What is wrong. A floor makes no sentence before it is asked for one.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// The field.
    pub path: Cow<'static, str>,
    /// The rule.
    pub code: &'static str,
}

/// The rules in the best way that is known here: byte lengths first, characters
/// only where bytes do not decide, one pass over each text with a table of
/// classes, no allocation where nothing is wrong.
///
/// # Errors
/// With everything that is wrong.
pub fn by_hand(account: &Account) -> Result<(), Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut add = |path: Cow<'static, str>, code| wrong.push(Wrong { path, code });
    if !is_handle(&account.handle) {
        add("handle".into(), "pattern");
    }
    if !is_email(&account.email) {
        add("email".into(), "email");
    }
    if !is_long(&account.name, 1, 80) {
        add("name".into(), "length");
    }
    if account.bio.as_ref().is_some_and(|bio| !is_long(bio, 0, 500)) {
        add("bio".into(), "length");
    }
    if account.website.as_ref().is_some_and(|website| !is_url(website)) {
        add("website".into(), "url");
    }
    if !(13..=120).contains(&account.age) {
        add("age".into(), "range");
    }
    if account.interests.len() > 10 {
        add("interests".into(), "items");
    }
    for (place, interest) in account.interests.iter().enumerate() {
        if !is_long(interest, 1, 30) {
            add(format!("interests[{place}]").into(), "length");
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

const HANDLE: u8 = 1;
const LOCAL: u8 = 2;
const LABEL: u8 = 4;
const HOST: u8 = 8;
const DIGIT: u8 = 16;

static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'0'..=b'9' => HANDLE | LOCAL | LABEL | HOST | DIGIT,
            b'a'..=b'z' => HANDLE | LOCAL | LABEL | HOST,
            b'A'..=b'Z' | b'-' => LOCAL | LABEL | HOST,
            b'_' => HANDLE | LOCAL,
            b'.' => LOCAL | HOST,
            b'!' | b'#'..=b'\'' | b'*' | b'+' | b'/' | b'=' | b'?' | b'^' | b'`'
            | b'{'..=b'~' => LOCAL,
            _ => 0,
        };
        byte += 1;
    }
    classes
}

fn run(bytes: &[u8], class: u8) -> usize {
    let ends = |byte: &u8| CLASSES[usize::from(*byte)] & class == 0;
    bytes.iter().position(ends).unwrap_or(bytes.len())
}

fn is_handle(text: &str) -> bool {
    let is_of = |all: u8, byte: &u8| all & CLASSES[usize::from(*byte)];
    (3..=20).contains(&text.len()) && text.as_bytes().iter().fold(HANDLE, is_of) != 0
}

/// No text has more characters than bytes, or fewer than a quarter of them.
fn is_long(text: &str, min: usize, max: usize) -> bool {
    let bytes = text.len();
    if bytes <= max && bytes >= min * 4 {
        return true;
    }
    bytes >= min && bytes.div_ceil(4) <= max && (min..=max).contains(&text.chars().count())
}

fn ends_well(name: &[u8]) -> bool {
    let ends = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    ends(name.first()) && ends(name.last())
}

fn is_email(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (local, rest) = bytes.split_at(run(bytes, LOCAL));
    if bytes.len() > 254 || !(1..=64).contains(&local.len()) {
        return false;
    }
    let [b'@', rest @ ..] = rest else { return false };
    let (mut rest, mut labels) = (rest, 0);
    loop {
        let (label, after) = rest.split_at(run(rest, LABEL));
        if label.len() > 63 || !ends_well(label) {
            return false;
        }
        labels += 1;
        match after {
            [] => return labels > 1,
            [b'.', after @ ..] => rest = after,
            _ => return false,
        }
    }
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let Some(rest) = rest.filter(|_| text.len() <= 2_048) else { return false };
    let (host, mut rest) = rest.as_bytes().split_at(run(rest.as_bytes(), HOST));
    if host.len() > 253 || !ends_well(host) {
        return false;
    }
    if let [b':', after @ ..] = rest {
        let (port, after) = after.split_at(run(after, DIGIT));
        if !(1..=5).contains(&port.len()) {
            return false;
        }
        rest = after;
    }
    match rest {
        [] => true,
        [b'/' | b'?' | b'#', tail @ ..] => {
            tail.iter().fold(true, |all, byte| all & byte.is_ascii_graphic())
        }
        _ => false,
    }
}
