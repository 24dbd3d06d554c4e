//! Two more ways to compare anything, which nothing can reach.
//!
//! Where a type compares with one other type only, rustc takes that one for
//! granted while it looks at the other side, and then reports a mismatch of
//! types somewhere inside. With more it looks first, and reports what was
//! compared, in our words.

use std::cmp::Ordering;

use super::{Comparable, Ordered};
use crate::access::Truth;

macro_rules! undecided {
    ($($name:ident),+) => {$(
        /// No value has this type.
        pub enum $name {}

        #[diagnostic::do_not_recommend]
        impl<T: ?Sized> Comparable<$name> for T {
            fn equals(&self, rhs: &$name) -> Truth {
                match *rhs {}
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: ?Sized> Ordered<$name> for T {
            fn order(&self, rhs: &$name) -> Option<Ordering> {
                match *rhs {}
            }
        }
    )+};
}

undecided!(Either, Or);
