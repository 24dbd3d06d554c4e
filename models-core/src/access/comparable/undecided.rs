//! Two more impls for every type, which can never be called.
//!
//! Where a type compares with only one other type, rustc infers that one for
//! the other side, and then reports a type mismatch somewhere inside. With
//! several candidates it reports what was compared, in the words of
//! `on_unimplemented`.

use std::cmp::Ordering;

use super::{Comparable, Ordered};
use crate::access::Truth;

macro_rules! undecided {
    ($($name:ident),+) => {$(
        /// There are no values of this type.
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
