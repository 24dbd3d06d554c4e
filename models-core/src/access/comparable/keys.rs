//! Keys: those of one model with each other, and any with a bare UUID.

use std::cmp::Ordering;

use uuid::Uuid;

use super::{Comparable, Ordered, ordered, same};
use crate::access::Truth;
use crate::types::Id;

ordered!(Uuid, Uuid, |left, right| Some(left.cmp(right)));

/// Implements both traits between keys, generic over the model.
macro_rules! keys {
    ($($left:ty, $right:ty: |$a:ident, $b:ident| $order:expr;)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<M: ?Sized> Comparable<$right> for $left {
            fn equals(&self, rhs: &$right) -> Truth {
                same(self.order(rhs))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<M: ?Sized> Ordered<$right> for $left {
            fn order(&self, rhs: &$right) -> Option<Ordering> {
                let ($a, $b) = (self, rhs);
                Some($order)
            }
        }
    )+};
}

keys! {
    Id<M>, Id<M>: |left, right| left.cmp(right);
    Id<M>, Uuid: |left, right| left.uuid().cmp(right);
    Uuid, Id<M>: |left, right| left.cmp(&right.uuid());
}
