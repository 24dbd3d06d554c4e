//! Claims as JSON text, and from `serde_json`.

use std::fmt::{self, Display, Formatter, Write};

use super::ClaimValue;

/// JSON, on one line.
///
/// ```
/// use models_core::access::ClaimValue;
/// assert_eq!(ClaimValue::from(vec!["a", "b"]).to_string(), r#"["a","b"]"#);
/// ```
impl Display for ClaimValue {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(holds) => holds.fmt(f),
            Self::Int(int) => int.fmt(f),
            Self::Float(float) if float.is_finite() => float.fmt(f),
            Self::Null | Self::Float(_) => f.write_str("null"),
            Self::Text(text) => quoted(text, f),
            Self::List(list) => {
                f.write_char('[')?;
                for (i, item) in list.iter().enumerate() {
                    separated(i, f)?;
                    item.fmt(f)?;
                }
                f.write_char(']')
            }
            Self::Object(claims) => {
                f.write_char('{')?;
                for (i, (name, claim)) in claims.iter().enumerate() {
                    separated(i, f)?;
                    quoted(name, f)?;
                    f.write_char(':')?;
                    claim.fmt(f)?;
                }
                f.write_char('}')
            }
        }
    }
}

fn separated(position: usize, f: &mut Formatter<'_>) -> fmt::Result {
    if position == 0 { Ok(()) } else { f.write_char(',') }
}

/// A JSON string: quotes, backslashes and control characters are escaped.
fn quoted(text: &str, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            c if c < ' ' => write!(f, "\\u{:04x}", u32::from(c))?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}

#[cfg(feature = "json")]
impl From<serde_json::Value> for ClaimValue {
    /// A whole number beyond 64 bits becomes the nearest float.
    fn from(json: serde_json::Value) -> Self {
        use serde_json::Value;
        match json {
            Value::Null => Self::Null,
            Value::Bool(holds) => Self::Bool(holds),
            Value::Number(number) => match number.as_i64() {
                Some(int) => Self::Int(int),
                None => number.as_f64().map_or(Self::Null, Self::Float),
            },
            Value::String(text) => Self::Text(text),
            Value::Array(list) => Self::List(list.into_iter().map(Self::from).collect()),
            Value::Object(claims) => {
                Self::Object(claims.into_iter().map(|(name, claim)| (name, claim.into())).collect())
            }
        }
    }
}
