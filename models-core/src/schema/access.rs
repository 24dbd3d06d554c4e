//! Who may do what, as a tree.

use std::cmp::Ordering;

use super::{List, Literal, Node, Text};

/// One rule per command.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Access {
    /// Who may read a row.
    pub select: Rule,
    /// Who may create a row.
    pub insert: Rule,
    /// Who may change a row: checked for the row before and the row after.
    pub update: Rule,
    /// Who may delete a row.
    pub delete: Rule,
}

/// The rule of one command.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Rule {
    /// Allowed where this is true: not where it is false, nor where it is unknown.
    pub allow: Expr,
    /// Why a write is open to anyone.
    pub reason: Option<Text>,
}

impl Rule {
    /// A rule without a reason.
    #[must_use]
    pub const fn new(allow: Expr) -> Self {
        Self { allow, reason: None }
    }
}

/// A condition on a row and on the caller. True, false or unknown: a
/// comparison with an absent value is unknown (Kleene's logic).
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Expr {
    /// Everyone, signed in or not.
    Anyone,
    /// Everyone who is signed in.
    Authenticated,
    /// No client. The service role is above the rules.
    Nobody,
    /// The service role only.
    Service,
    /// All of them.
    And(List<Expr>),
    /// Any of them.
    Or(List<Expr>),
    /// The opposite; unknown stays unknown.
    Not(Node<Expr>),
    /// A comparison of two values.
    Compare(Comparison),
    /// The value is absent. Never unknown.
    IsNone(Operand),
    /// The value is present. Never unknown.
    IsSome(Operand),
    /// The value is one of these.
    In(Operand, List<Operand>),
    /// The value is `true`.
    Holds(Operand),
    /// There is a row of another model that matches.
    Exists(Membership),
    /// SQL, printed as it is.
    Sql(Text),
    /// A condition of Firestore's rules language, printed as it is.
    Rules(Text),
}

/// A comparison of two values.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Comparison {
    /// The value before the operator.
    pub left: Operand,
    /// The operator.
    pub operator: Operator,
    /// The value after it.
    pub right: Operand,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Operator {
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Operator {
    /// Whether the comparison of two values in this order is true.
    ///
    /// ```
    /// use models_core::schema::Operator;
    /// assert!(Operator::Le.accepts(1.cmp(&2)));
    /// ```
    #[must_use]
    pub const fn accepts(self, order: Ordering) -> bool {
        match self {
            Self::Eq => order.is_eq(),
            Self::Ne => order.is_ne(),
            Self::Lt => order.is_lt(),
            Self::Le => order.is_le(),
            Self::Gt => order.is_gt(),
            Self::Ge => order.is_ge(),
        }
    }
}

/// A value in a condition.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Operand {
    /// A field of the row, by its Rust name.
    Field(Text),
    /// A value that is written in the rule, or an enum variant's label.
    Literal(Literal),
    /// The signed-in user's id.
    Uid,
    /// The caller's role: `anon`, `authenticated` or `service_role`.
    Role,
    /// The signed-in user's address.
    Email,
    /// A claim that only the server can set, by its path.
    Claim(List<Text>),
    /// The moment of the request.
    Now,
}

/// A row of another model that must exist.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Membership {
    /// Which model.
    pub model: super::ModelRef,
    /// What its fields must equal, all of them.
    pub conditions: List<FieldCondition>,
}

/// What one field of another model must equal.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct FieldCondition {
    /// The other model's field, by its Rust name.
    pub field: Text,
    /// The value, in terms of the row that the rule decides about.
    pub equals: Operand,
}
