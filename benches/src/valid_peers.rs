//! The same rules for garde and for validator, as near as they come.

use std::sync::LazyLock;

use regex::Regex;

use crate::valid::Account;

static HANDLE: LazyLock<Regex> = LazyLock::new(pattern);

#[allow(clippy::expect_used, reason = "a constant")]
fn pattern() -> Regex {
    Regex::new("^[a-z0-9_]{3,20}$").expect("a pattern")
}

/// With garde's rules.
#[derive(Clone, Debug, garde::Validate)]
pub struct Garde {
    #[garde(pattern(HANDLE))]
    handle: String,
    #[garde(email)]
    email: String,
    #[garde(length(chars, min = 1, max = 80))]
    name: String,
    #[garde(length(chars, max = 500))]
    bio: Option<String>,
    #[garde(url)]
    website: Option<String>,
    #[garde(range(min = 13, max = 120))]
    age: i32,
    #[garde(length(max = 10), inner(length(chars, min = 1, max = 30)))]
    interests: Vec<String>,
}

impl From<Account> for Garde {
    fn from(account: Account) -> Self {
        let Account { handle, email, name, bio, website, age, interests, .. } = account;
        Self { handle, email, name, bio, website, age, interests }
    }
}

/// With validator's rules, which know no length of the texts in a list.
#[derive(Clone, Debug, validator::Validate)]
pub struct Validator {
    #[validate(regex(path = *HANDLE))]
    handle: String,
    #[validate(email)]
    email: String,
    #[validate(length(min = 1, max = 80))]
    name: String,
    #[validate(length(max = 500))]
    bio: Option<String>,
    #[validate(url)]
    website: Option<String>,
    #[validate(range(min = 13, max = 120))]
    age: i32,
    #[validate(length(max = 10), custom(function = "interests"))]
    interests: Vec<String>,
}

fn interests(interests: &[String]) -> Result<(), validator::ValidationError> {
    let fits = |text: &String| (1..=30).contains(&text.chars().count());
    if interests.iter().all(fits) {
        return Ok(());
    }
    Err(validator::ValidationError::new("interests"))
}

impl From<Account> for Validator {
    fn from(account: Account) -> Self {
        let Account { handle, email, name, bio, website, age, interests, .. } = account;
        Self { handle, email, name, bio, website, age, interests }
    }
}
