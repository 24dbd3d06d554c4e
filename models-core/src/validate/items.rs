//! The items of lists and maps, one by one.

use std::collections::BTreeMap;

use super::collector::Position;
use crate::access::Operand;

/// A value with items in order.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    label = "`each` is about the items of a list",
    note = "a map has `keys(..)` and `values(..)`"
)]
pub trait IsList {
    /// What it holds.
    type Item;
    /// Its items.
    fn list(&self) -> &[Self::Item];
}

impl<T> IsList for Vec<T> {
    type Item = T;

    fn list(&self) -> &[T] {
        self
    }
}

/// A value with entries by name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a map",
    label = "`keys` and `values` are about the entries of a map",
    note = "a list has `each(..)`"
)]
pub trait IsMap {
    /// What it holds.
    type Item;
    /// Its entries.
    fn map(&self) -> &BTreeMap<String, Self::Item>;
}

impl<T> IsMap for BTreeMap<String, T> {
    type Item = T;

    fn map(&self) -> &Self {
        self
    }
}

/// Does something with each item of a list.
pub fn each<'a, T: Operand + ?Sized>(
    value: &'a T,
    mut item: impl FnMut(&'a <T::Value as IsList>::Item, Position<'a>),
) where
    T::Value: IsList,
{
    let Some(value) = value.value() else { return };
    for (position, one) in value.list().iter().enumerate() {
        item(one, Position::Index(position));
    }
}

/// Does something with each key of a map.
pub fn keys<'a, T: Operand + ?Sized>(value: &'a T, mut key: impl FnMut(&'a String, Position<'a>))
where
    T::Value: IsMap,
{
    let Some(value) = value.value() else { return };
    for name in value.map().keys() {
        key(name, Position::Key(name));
    }
}

/// Does something with each value of a map.
pub fn values<'a, T: Operand + ?Sized>(
    value: &'a T,
    mut item: impl FnMut(&'a <T::Value as IsMap>::Item, Position<'a>),
) where
    T::Value: IsMap,
{
    let Some(value) = value.value() else { return };
    for (name, one) in value.map() {
        item(one, Position::Key(name));
    }
}
