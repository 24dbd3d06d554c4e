//! What each operator asks of an ordering.

use std::cmp::Ordering;

use crate::schema::Operator;

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
