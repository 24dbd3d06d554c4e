//! What can be written as SQL.

use std::fmt::{self, Write};

/// Something with a form in SQL.
///
/// Generic over the writer, unlike `Display`, so that a whole script is
/// written into a string without a virtual call for each word.
pub(crate) trait Sql {
    /// Writes it.
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result;
}

/// Writes items with commas between them.
pub(crate) fn list<W, I>(w: &mut W, items: I) -> fmt::Result
where
    W: Write + ?Sized,
    I: IntoIterator<Item: Sql>,
{
    for (i, item) in items.into_iter().enumerate() {
        if i > 0 {
            w.write_str(", ")?;
        }
        item.sql(w)?;
    }
    Ok(())
}

/// Writes a number without going through `fmt`'s own machinery.
pub(crate) fn number<W: Write + ?Sized>(w: &mut W, number: u32) -> fmt::Result {
    if number >= 10 {
        self::number(w, number / 10)?;
    }
    w.write_char(char::from_digit(number % 10, 10).unwrap_or('0'))
}

/// Implements `Display` for types that have a form in SQL.
macro_rules! display {
    ($($name:ty),+ $(,)?) => {$(
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::postgres::sql::write::Sql::sql(self, f)
            }
        }
    )+};
}
pub(crate) use display;
