//! Values that JSON has no form of its own for, as texts.

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use chrono::{DateTime, SecondsFormat, Utc};

/// Padding is written, and read where it is.
const CONFIG: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const WRITTEN: GeneralPurpose = GeneralPurpose::new(&STANDARD, CONFIG);
/// Clients may send this one as well.
const FOR_ADDRESSES: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, CONFIG);

pub(super) fn bytes(bytes: &[u8]) -> String {
    WRITTEN.encode(bytes)
}

pub(super) fn bytes_of(text: &str) -> Option<Vec<u8>> {
    WRITTEN.decode(text).or_else(|_| FOR_ADDRESSES.decode(text)).ok()
}

/// `2026-11-25T02:30:00.250Z`, with as many digits as are needed.
pub(super) fn timestamp(moment: &DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

pub(super) fn timestamp_of(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.to_utc())
}

/// The doubles that JSON has no number for.
pub(super) fn double(value: f64) -> Option<&'static str> {
    match value {
        value if value.is_finite() => None,
        value if value.is_nan() => Some("NaN"),
        value if value > 0.0 => Some("Infinity"),
        _ => Some("-Infinity"),
    }
}

pub(super) fn double_of(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ => text.parse().ok().filter(|value: &f64| value.is_finite()),
    }
}
