//! Texts of one form. A pattern is held against the whole text. Those of the
//! types are in [`schema::types`](crate::schema).

use crate::schema::Precision;

/// A UUID as a token may have it.
pub(crate) const UUID_IN_ANY_CASE: &str =
    "(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/// A decimal number as `rust_decimal` writes it: all of its digits, no more
/// than it has, and no needless zero before them.
pub(crate) fn decimal(precision: Option<Precision>) -> String {
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
    format!("-?{whole}{behind}")
}
