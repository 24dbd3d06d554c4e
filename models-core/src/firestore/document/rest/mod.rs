//! The REST form, through serde: what Firestore's HTTP interface accepts and
//! returns, `{"fields": {"title": {"stringValue": ".."}}}`.
//!
//! Numbers are as protocol buffers have them in JSON: an integer is a text, and
//! so is a double that JSON cannot write.

mod read;
mod write;

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use chrono::{DateTime, SecondsFormat, Utc};

/// Padding is written, and optional when it is read.
const CONFIG: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STANDARD_FORM: GeneralPurpose = GeneralPurpose::new(&STANDARD, CONFIG);
/// Clients may send this one as well.
const URL_FORM: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, CONFIG);

fn encode_bytes(bytes: &[u8]) -> String {
    STANDARD_FORM.encode(bytes)
}

fn decode_bytes(text: &str) -> Option<Vec<u8>> {
    STANDARD_FORM.decode(text).or_else(|_| URL_FORM.decode(text)).ok()
}

/// `2026-11-25T02:30:00.250Z`, with as many digits as it needs.
fn encode_timestamp(moment: &DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

fn decode_timestamp(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.to_utc())
}

/// The doubles that JSON has no number for, as texts.
fn encode_double(value: f64) -> Option<&'static str> {
    match value {
        value if value.is_finite() => None,
        value if value.is_nan() => Some("NaN"),
        value if value > 0.0 => Some("Infinity"),
        _ => Some("-Infinity"),
    }
}

fn decode_double(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ => text.parse().ok().filter(|value: &f64| value.is_finite()),
    }
}
