//! Which values an access rule may compare, and how. Rust, SQL and the
//! rules language agree.
//!
//! Where Rust and PostgreSQL differ, PostgreSQL wins: `NaN` equals itself and
//! is greater than every number, an `f32` is widened before it is compared
//! with a literal, moments are compared to the microsecond. One file for each family; the
//! table of what compares is in [`schema`](crate::schema::Comparand), and a test
//! holds the two together.

mod claims;
mod ids;
mod numbers;
mod undecided;
mod values;

use numbers::int_float_order;

use std::cmp::Ordering;

use super::{ClaimValue, Truth};

/// A value that an access rule may compare with a `Rhs` by `==` and `!=`.
///
/// `#[derive(ModelEnum)]` implements it between an enum and itself.
///
/// ```
/// use models_core::access::{Comparable, Truth};
/// assert_eq!("a".equals("b"), Truth::False);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be compared with `{Rhs}` in a rule",
    label = "`{Self}` here, `{Rhs}` on the other side",
    note = "both sides must have the same type; only whole numbers of different sizes, floats of different sizes, and number literals mix",
    note = "`auth.uid()` compares with an `Id<auth::User>`, a `Uid` or a `Uuid`, `auth.role()` and `auth.email()` are text, and an enum compares with its own variants"
)]
pub trait Comparable<Rhs: ?Sized> {
    /// Whether they are the same. Unknown where they cannot be compared, such as
    /// a claim that holds a text with a number.
    fn equals(&self, rhs: &Rhs) -> Truth;
}

/// A value that an access rule may compare with a `Rhs` by `<`, `<=`, `>` and
/// `>=`.
///
/// Text is ordered by its bytes, which PostgreSQL calls `COLLATE "C"`. Enums, lists and JSON have no order.
///
/// ```
/// use models_core::access::Ordered;
/// assert!("Z".order("a").is_some_and(|order| order.is_lt()));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` and `{Rhs}` have no order in a rule",
    label = "`<`, `<=`, `>` and `>=` need two values that have an order",
    note = "both sides must have the same type, and one that has an order: numbers, texts, UUIDs, moments, dates and bytes have one; enums, lists and JSON have none"
)]
pub trait Ordered<Rhs: ?Sized>: Comparable<Rhs> {
    /// Which comes first; `None` where they cannot be compared.
    fn order(&self, rhs: &Rhs) -> Option<Ordering>;
}

/// A value that can be a condition by itself.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a condition",
    label = "this is a `{Self}`, neither true nor false",
    note = "a field that stands alone in a rule is a `bool`; compare any other with something"
)]
pub trait Boolean {
    /// Whether it is true; unknown when it is not a `bool`.
    fn truth(&self) -> Truth;
}

#[diagnostic::do_not_recommend]
impl Boolean for bool {
    fn truth(&self) -> Truth {
        (*self).into()
    }
}

#[diagnostic::do_not_recommend]
impl Boolean for ClaimValue {
    fn truth(&self) -> Truth {
        self.equals(&true)
    }
}

/// Equality, from an order.
fn same(order: Option<::std::cmp::Ordering>) -> Truth {
    order.map_or(Truth::Unknown, |order| order.is_eq().into())
}

/// Implements [`Comparable`] and [`Ordered`] from one function that orders;
/// `both` does so in both directions.
macro_rules! ordered {
    (both $left:ty, $right:ty, $order:expr) => {
        ordered!($left, $right, $order);
        ordered!($right, $left, |right, left| {
            let order: fn(&$left, &$right) -> Option<::std::cmp::Ordering> = $order;
            order(left, right).map(::std::cmp::Ordering::reverse)
        });
    };
    ($left:ty, $right:ty, $order:expr) => {
        #[diagnostic::do_not_recommend]
        impl $crate::access::Comparable<$right> for $left {
            fn equals(&self, rhs: &$right) -> $crate::access::Truth {
                $crate::access::comparable::same($crate::access::Ordered::order(self, rhs))
            }
        }

        #[diagnostic::do_not_recommend]
        impl $crate::access::Ordered<$right> for $left {
            fn order(&self, rhs: &$right) -> Option<::std::cmp::Ordering> {
                let order: fn(&$left, &$right) -> Option<::std::cmp::Ordering> = $order;
                order(self, rhs)
            }
        }
    };
}
use ordered;
