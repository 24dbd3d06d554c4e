//! Texts with a form that has a name.

use super::text::Textual;
use crate::access::Operand;

/// What an email address is here: what browsers take in an email field (WHATWG
/// HTML, "valid e-mail address"), with a dot in the domain. The whole has up to
/// 254 characters.
pub const EMAIL: &str = "[a-zA-Z0-9.!#$%&'*+/=?\\^_`{|}~\\-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?)+";

/// What an address of the web is here: `http` or `https`, a host, perhaps a
/// port, and whatever follows without spaces. The whole has up to 2,048
/// characters.
pub const URL: &str =
    "https?://[a-zA-Z0-9](?:[a-zA-Z0-9.\\-]{0,251}[a-zA-Z0-9])?(?::[0-9]{1,5})?(?:[/?#][!-~]*)?";

/// Characters of an address.
pub(crate) const LONGEST_EMAIL: u32 = 254;

/// Characters of an address of the web.
pub(crate) const LONGEST_URL: u32 = 2_048;

/// `email`
pub fn email<T: Operand + ?Sized>(value: &T) -> bool
where
    T::Value: Textual,
{
    value.value().is_none_or(|value| is_email(value.text()))
}

/// `url`
pub fn url<T: Operand + ?Sized>(value: &T) -> bool
where
    T::Value: Textual,
{
    value.value().is_none_or(|value| is_url(value.text()))
}

/// [`EMAIL`], by hand: over the bytes, of which none is part of a character that
/// would be allowed.
fn is_email(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(at) = bytes.iter().position(|byte| *byte == b'@') else { return false };
    let (Some(local), Some(domain)) = (bytes.get(..at), bytes.get(at + 1..)) else { return false };
    let mut labels = 0;
    let is_next_label = |label| {
        labels += 1;
        is_label(label)
    };
    text.len() <= LONGEST_EMAIL as usize
        && (1..=64).contains(&local.len())
        && local.iter().all(|b| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(b))
        && domain.split(|byte| *byte == b'.').all(is_next_label)
        && labels > 1
}

/// A name between the dots of a domain.
fn is_label(label: &[u8]) -> bool {
    label.len() <= 63
        && ends_well(label)
        && label.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
}

/// Whether it begins and ends with a letter or a digit.
fn ends_well(name: &[u8]) -> bool {
    let ends = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    ends(name.first()) && ends(name.last())
}

/// [`URL`], by hand.
fn is_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let bytes = rest.as_bytes();
    let end = bytes.iter().position(|byte| b"/?#".contains(byte)).unwrap_or(bytes.len());
    let (authority, tail) = bytes.split_at(end);
    let mut parts = authority.splitn(2, |byte| *byte == b':');
    let (host, port) = (parts.next().unwrap_or_default(), parts.next());
    let is_port =
        |port: &[u8]| (1..=5).contains(&port.len()) && port.iter().all(u8::is_ascii_digit);
    text.len() <= LONGEST_URL as usize
        && host.len() <= 253
        && ends_well(host)
        && host.iter().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(b))
        && port.is_none_or(is_port)
        && tail.iter().all(u8::is_ascii_graphic)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use regex_lite::Regex;

    use super::{EMAIL, LONGEST_EMAIL, LONGEST_URL, URL, is_email, is_url};

    /// As the engines ask: by the pattern, and by the length.
    fn by_pattern(pattern: &str, longest: u32, text: &str) -> bool {
        let pattern = Regex::new(&format!("^(?:{pattern})$")).expect("a pattern");
        pattern.is_match(text) && text.chars().count() <= longest as usize
    }

    fn agree(text: &str) -> (bool, bool) {
        let (email, url) = (is_email(text), is_url(text));
        assert_eq!(email, by_pattern(EMAIL, LONGEST_EMAIL, text), "email {text:?}");
        assert_eq!(url, by_pattern(URL, LONGEST_URL, text), "url {text:?}");
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
