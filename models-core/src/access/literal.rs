//! Numbers that are written in a rule. Their names are long because error
//! messages show them; the derive writes `Int` and `Float`.

/// A whole number that is written in a rule; it compares with every number
/// but not with text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntLiteral(
    /// Its value.
    pub i64,
);

/// A number with a fraction that is written in a rule; it compares with
/// floats, decimals and claims.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FloatLiteral(
    /// Its value.
    pub f64,
);
