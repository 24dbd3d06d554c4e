//! Texts in a well-known form: email addresses, addresses of the web.

use super::text::HasText;
use crate::access::Operand;

/// An email address: what browsers accept in an email field (WHATWG HTML, "valid
/// e-mail address"), with a dot in the domain. At most 254 characters in all.
pub const EMAIL: &str = "[a-zA-Z0-9.!#$%&'*+/=?\\^_`{|}~\\-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?)+";

/// An address of the web: `http` or `https`, a host, an optional port, and
/// whatever follows without spaces. At most 2,048 characters in all.
pub const URL: &str =
    "https?://[a-zA-Z0-9](?:[a-zA-Z0-9.\\-]{0,251}[a-zA-Z0-9])?(?::[0-9]{1,5})?(?:[/?#][!-~]*)?";

/// The most characters of an email address.
pub(crate) const MAX_EMAIL_LENGTH: u32 = 254;

/// The most characters of an address of the web.
pub(crate) const MAX_URL_LENGTH: u32 = 2_048;

/// `email`
pub fn email<T: Operand + ?Sized>(value: &T) -> bool
where
    T::Value: HasText,
{
    value.value().is_none_or(|value| is_email(value.text()))
}

/// `url`
pub fn url<T: Operand + ?Sized>(value: &T) -> bool
where
    T::Value: HasText,
{
    value.value().is_none_or(|value| is_url(value.text()))
}

/// [`EMAIL`], by hand and in one pass. All characters that it allows are ASCII,
/// so a byte is a character.
fn is_email(text: &str) -> bool {
    let bytes = text.as_bytes();
    let local = run(bytes, LOCAL);
    if bytes.len() > MAX_EMAIL_LENGTH as usize || !(1..=64).contains(&local) {
        return false;
    }
    let Some((b'@', mut rest)) = bytes.get(local..).and_then(<[u8]>::split_first) else {
        return false;
    };
    let mut has_dot = false;
    loop {
        let (label, after) = rest.split_at(run(rest, LABEL));
        if label.len() > 63 || !ends_well(label) {
            return false;
        }
        rest = match after {
            [] => return has_dot,
            [b'.', after @ ..] => after,
            _ => return false,
        };
        has_dot = true;
    }
}

/// [`URL`], by hand and in one pass.
fn is_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("http") else { return false };
    let Some(rest) = rest.strip_prefix('s').unwrap_or(rest).strip_prefix("://") else {
        return false;
    };
    let (host, mut rest) = rest.as_bytes().split_at(run(rest.as_bytes(), HOST));
    if text.len() > MAX_URL_LENGTH as usize || host.len() > 253 || !ends_well(host) {
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
        // Without a branch for each byte, so that many are looked at together.
        [b'/' | b'?' | b'#', tail @ ..] => {
            tail.iter().fold(true, |all, byte| all & byte.is_ascii_graphic())
        }
        _ => false,
    }
}

/// Whether it begins and ends with a letter or a digit.
fn ends_well(name: &[u8]) -> bool {
    let ends = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    ends(name.first()) && ends(name.last())
}

/// Before the `@` of an address.
const LOCAL: u8 = 1;
/// Between the dots of a domain.
const LABEL: u8 = 2;
/// A host: labels and dots.
const HOST: u8 = 4;
/// A digit.
const DIGIT: u8 = 8;

/// The classes of each byte.
static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'0'..=b'9' => LOCAL | LABEL | HOST | DIGIT,
            b'a'..=b'z' | b'A'..=b'Z' | b'-' => LOCAL | LABEL | HOST,
            b'.' => LOCAL | HOST,
            b'!' | b'#'..=b'\'' | b'*' | b'+' | b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~' => {
                LOCAL
            }
            _ => 0,
        };
        byte += 1;
    }
    classes
}

/// How many bytes at the start are of a class.
#[inline]
fn run(bytes: &[u8], class: u8) -> usize {
    let ends = |byte: &u8| CLASSES[usize::from(*byte)] & class == 0;
    bytes.iter().position(ends).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use regex_lite::Regex;

    use super::{EMAIL, MAX_EMAIL_LENGTH, MAX_URL_LENGTH, URL, is_email, is_url};

    /// As the databases check it: by the pattern, and by the length.
    fn by_pattern(pattern: &str, longest: u32, text: &str) -> bool {
        let pattern = Regex::new(&format!("^(?:{pattern})$")).expect("a pattern");
        pattern.is_match(text) && text.chars().count() <= longest as usize
    }

    fn agree(text: &str) -> (bool, bool) {
        let (email, url) = (is_email(text), is_url(text));
        assert_eq!(email, by_pattern(EMAIL, MAX_EMAIL_LENGTH, text), "email {text:?}");
        assert_eq!(url, by_pattern(URL, MAX_URL_LENGTH, text), "url {text:?}");
        (email, url)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

        #[test]
        fn addresses_are_those_of_the_pattern(text in "[aZ0.!_+é@-]{0,4}@?[aZ0.@_é-]{0,9}") {
            agree(&text);
        }

        #[test]
        fn addresses_of_the_web_are_too(text in "(https?://)?[aZ0.-]{0,5}:?[0a]{0,6}[/?#]?[~ a:@é]{0,4}") {
            agree(&text);
        }
    }

    #[test]
    fn both_end_where_the_pattern_ends() {
        let (a, local) = (|many| "a".repeat(many), |many| format!("{}@a.b", "a".repeat(many)));
        assert_eq!([64, 65].map(|many| agree(&local(many)).0), [true, false]);
        assert_eq!([63, 64].map(|many| agree(&format!("a@{}.b", a(many))).0), [true, false]);
        let long = |many| format!("a@{}a", "b.".repeat(125) + &a(many));
        assert_eq!([1, 2].map(|many| agree(&long(many)).0), [true, false]);
        assert_eq!([253, 254].map(|many| agree(&format!("http://{}", a(many))).1), [true, false]);
        let port = |many| format!("https://a:{}", "1".repeat(many));
        assert_eq!([0, 1, 5, 6].map(|many| agree(&port(many)).1), [false, true, true, false]);
        let path = |many| format!("https://a/{}", a(many));
        assert_eq!([2_038, 2_039].map(|many| agree(&path(many)).1), [true, false]);
    }
}
