//! Texts of one form: what a document holds of a type that Firestore has not.
//!
//! A pattern is held against the whole text. Beside each stands a text that
//! fits, for a field that may be absent.

use std::borrow::Cow;

use crate::schema::Precision;

/// A pattern, and a text that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    pub(crate) pattern: Cow<'static, str>,
    pub(crate) sample: &'static str,
}

/// A UUID as it is stored.
pub(crate) const UUID: &str = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/// A UUID as a token may have it.
pub(crate) const UUID_IN_ANY_CASE: &str =
    "(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/// `2024-02-29`: each month has its days, and leap years are those.
const DATE: &str = concat!(
    "[0-9]{4}-(",
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    "|02-(0[1-9]|1[0-9]|2[0-8]))",
    "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29",
);

/// `23:59:59`, or with six digits behind the second, not all of them zero.
const TIME: &str = concat!(
    r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.(",
    "[0-9]{5}[1-9]|[0-9]{4}[1-9]0|[0-9]{3}[1-9]00",
    "|[0-9]{2}[1-9]000|[0-9][1-9]0000|[1-9]00000))?",
);

/// `10.0.0.1/24` and, more loosely, `fe80::1/64`.
const NETWORK: &str = concat!(
    r"((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\.){3}",
    "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])",
    "|[0-9a-f]{0,4}:[0-9a-f:.]{1,41}/(12[0-8]|1[01][0-9]|[1-9]?[0-9])",
);

pub(crate) const fn uuid() -> Pattern {
    fixed(UUID, "00000000-0000-0000-0000-000000000000")
}

pub(crate) const fn date() -> Pattern {
    fixed(DATE, "2000-01-01")
}

pub(crate) const fn time() -> Pattern {
    fixed(TIME, "00:00:00")
}

pub(crate) const fn network() -> Pattern {
    fixed(NETWORK, "0.0.0.0/0")
}

/// The id of a document. What else is no id, such as `..`, names no document.
pub(crate) const fn document_id() -> Pattern {
    fixed("[^/]+", "-")
}

/// A decimal number as `rust_decimal` writes it: all of its digits, no more
/// than it has, and no needless zero before them.
pub(crate) fn decimal(precision: Option<Precision>) -> Pattern {
    let (whole, behind) = match precision {
        Some(Precision { precision, scale }) => (precision.saturating_sub(scale), scale),
        None => (28, 28),
    };
    let whole = match whole {
        0 => "0".to_owned(),
        1 => "[0-9]".to_owned(),
        digits => format!("(0|[1-9][0-9]{{0,{}}})", digits - 1),
    };
    let behind = match behind {
        0 => String::new(),
        digits => format!(r"(\.[0-9]{{1,{digits}}})?"),
    };
    Pattern { pattern: format!("-?{whole}{behind}").into(), sample: "0" }
}

const fn fixed(pattern: &'static str, sample: &'static str) -> Pattern {
    Pattern { pattern: Cow::Borrowed(pattern), sample }
}
