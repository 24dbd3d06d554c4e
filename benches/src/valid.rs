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

/// What is wrong, as someone would say it.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// The field.
    pub path: Cow<'static, str>,
    /// The rule.
    pub code: &'static str,
    /// A sentence.
    pub message: String,
}

/// The rules, as someone would write them: bytes first, characters only where
/// bytes do not decide.
///
/// # Errors
/// With everything that is wrong.
pub fn by_hand(account: &Account) -> Result<(), Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut add = |path: Cow<'static, str>, code, message: String| {
        wrong.push(Wrong { path, code, message });
    };
    if !is_handle(&account.handle) {
        add("handle".into(), "pattern", "must have 3 to 20 small letters or digits".into());
    }
    if !is_email(&account.email) {
        add("email".into(), "email", "must be an email address".into());
    }
    if !is_long(&account.name, 1, 80) {
        add("name".into(), "length", format!("must have {} to {} characters", 1, 80));
    }
    if account.bio.as_ref().is_some_and(|bio| !is_long(bio, 0, 500)) {
        add("bio".into(), "length", format!("must have at most {} characters", 500));
    }
    if account.website.as_ref().is_some_and(|website| !is_url(website)) {
        add("website".into(), "url", "must be an address of the web".into());
    }
    if !(13..=120).contains(&account.age) {
        add("age".into(), "range", format!("must be at least {} and at most {}", 13, 120));
    }
    if account.interests.len() > 10 {
        add("interests".into(), "items", format!("must have at most {} entries", 10));
    }
    for (place, interest) in account.interests.iter().enumerate() {
        if !is_long(interest, 1, 30) {
            let message = format!("must have {} to {} characters", 1, 30);
            add(format!("interests[{place}]").into(), "length", message);
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

fn is_handle(text: &str) -> bool {
    let is_one_of = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    (3..=20).contains(&text.len()) && text.bytes().all(is_one_of)
}

/// No text has more characters than bytes, or fewer than a quarter of them.
fn is_long(text: &str, min: usize, max: usize) -> bool {
    let bytes = text.len();
    if bytes <= max && bytes >= min * 4 {
        return true;
    }
    (min..=max).contains(&text.chars().count())
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let is_sign = |b: u8| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b);
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 254
        && (1..=64).contains(&local.len())
        && local.bytes().all(is_sign)
        && domain.contains('.')
        && domain.split('.').all(is_label)
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let Some(rest) = rest.filter(|_| text.len() <= 2_048) else { return false };
    let (authority, tail) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (host, port) = authority.split_once(':').unwrap_or((authority, "0"));
    let is_end = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
    (1..=253).contains(&host.len())
        && is_end(host.as_bytes().first())
        && is_end(host.as_bytes().last())
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-')
        && (1..=5).contains(&port.len())
        && port.bytes().all(|b| b.is_ascii_digit())
        && tail.bytes().all(|b| b.is_ascii_graphic())
}
