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

/// [`EMAIL`], by hand: one pass over the text.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    text.len() <= LONGEST_EMAIL as usize
        && (1..=64).contains(&local.len())
        && local.bytes().all(|b| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b))
        && domain.contains('.')
        && domain.split('.').all(is_label)
}

/// A name between the dots of a domain.
fn is_label(label: &str) -> bool {
    let ends = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = label.as_bytes();
    bytes.len() <= 63
        && ends(bytes.first())
        && ends(bytes.last())
        && bytes.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
}

/// [`URL`], by hand.
fn is_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let ends = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = host.as_bytes();
    let is_port =
        |port: &str| (1..=5).contains(&port.len()) && port.bytes().all(|b| b.is_ascii_digit());
    text.len() <= LONGEST_URL as usize
        && bytes.len() <= 253
        && ends(bytes.first())
        && ends(bytes.last())
        && bytes.iter().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(b))
        && port.is_none_or(is_port)
        && tail.bytes().all(|b| b.is_ascii_graphic())
}
