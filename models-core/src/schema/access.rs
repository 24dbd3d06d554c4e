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
    /// Who may make a row.
    pub insert: Rule,
    /// Who may change a row: asked of the row before and of the row after.
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

/// A condition on a row and on whoever asks. True, false or unknown: a
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
    /// Two values side by side.
    Compare(Comparison),
    /// The value is absent. Never unknown.
    IsNone(Operand),
    /// The value is there. Never unknown.
    IsSome(Operand),
    /// The value is one of these.
    In(Operand, List<Operand>),
    /// The value is `true`.
    Holds(Operand),
    /// There is a row of another model that matches.
    Exists(Membership),
    /// SQL, printed as it stands.
    Sql(Text),
    /// A condition of Firestore's rules language, printed as it stands.
    Rules(Text),
}

/// Two values side by side.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Comparison {
    /// The value before the operator.
    pub left: Operand,
    /// What is asked.
    pub operator: Operator,
    /// The value behind it.
    pub right: Operand,
}

/// What is asked of two values.
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
    /// Whether two values in this order answer the question with yes.
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
    /// The role that asks: `anon`, `authenticated` or `service_role`.
    Role,
    /// The signed-in user's address.
    Email,
    /// A claim that only the server can set, by its path.
    Claim(List<Text>),
    /// The moment of the request.
    Now,
}

/// A row of another model that must be there.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Membership {
    /// Which model.
    pub model: super::ModelRef,
    /// What its fields must equal, all of them.
    pub conditions: List<Condition>,
}

/// What one field of another model must equal.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Condition {
    /// The other model's field, by its Rust name.
    pub field: Text,
    /// The value, seen from the row that is asked about.
    pub equals: Operand,
}
