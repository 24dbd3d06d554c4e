//! Lists: the same values in the same places. They have no order.

use super::Comparable;
use crate::access::{Operand, Truth, predicates};
use crate::types::Element;

/// What a rule reads of an element.
type Read<T> = <T as Operand>::Value;

#[diagnostic::do_not_recommend]
impl<T> Comparable<Vec<T>> for Vec<T>
where
    T: Element + Operand,
    Read<T>: Comparable<Read<T>>,
{
    fn equals(&self, rhs: &Vec<T>) -> Truth {
        if self.len() != rhs.len() {
            return Truth::False;
        }
        self.iter()
            .zip(rhs)
            .map(|(left, right)| predicates::eq(left, right))
            .fold(Truth::True, Truth::and)
    }
}
