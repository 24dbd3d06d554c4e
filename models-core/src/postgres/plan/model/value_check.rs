//! What a CHECK demands of one value. `NULL` passes every one.

use std::fmt::{self, Write};

use crate::postgres::plan::model::table_model::Column;
use crate::postgres::sql::quote::Quoted;
use crate::postgres::sql::write::{Sql, display, number};
use crate::schema::{Check, Count, LengthUnit, Limit, Limits, Literal, RangeEnd, Type, ValueRule};
use crate::validate::{EMAIL, MAX_EMAIL_LENGTH, MAX_URL_LENGTH, URL};

/// A value rule as a condition.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ValueCheck<'a> {
    /// The column; `None` for the items of a list, one by one.
    pub(crate) column: Option<Column<'a>>,
    /// What the value is.
    pub(crate) kind: &'a Type,
    /// What is asked of it.
    pub(crate) rule: &'a ValueRule,
}

impl ValueCheck<'_> {
    /// Whether the rule can be said of such a value in SQL.
    pub(crate) fn suits(&self) -> bool {
        let rules = &self.kind.def().rules;
        match &self.rule.check {
            Check::Length(_) => rules.length != LengthUnit::None,
            Check::Items(_) => rules.items,
            Check::Range(_) => rules.range != RangeEnd::None,
            Check::OneOf(_) => rules.one_of,
            Check::Pattern(_)
            | Check::Email
            | Check::Url
            | Check::NotBlank
            | Check::Ascii
            | Check::StartsWith(_)
            | Check::EndsWith(_)
            | Check::Contains(_) => rules.length == LengthUnit::Characters,
            Check::MultipleOf(_) => rules.multiple_of,
            Check::Finite => rules.finite,
            Check::Each(_)
            | Check::Keys(_)
            | Check::Values(_)
            | Check::Custom(_)
            | Check::Nested => false,
        }
    }

    fn value<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self.column {
            Some(column) => column.sql(w),
            None => w.write_str("item"),
        }
    }

    /// `function(value)`
    fn call<W: Write + ?Sized>(&self, w: &mut W, function: &str) -> fmt::Result {
        w.write_str(function)?;
        w.write_char('(')?;
        self.value(w)?;
        w.write_char(')')
    }

    fn counted<W: Write + ?Sized>(&self, w: &mut W, function: &str, count: Count) -> fmt::Result {
        self.call(w, function)?;
        let (word, first, second) = match (count.min, count.max) {
            (Some(min), Some(max)) if min == max => (" = ", min, None),
            (Some(min), Some(max)) => (" between ", min, Some(max)),
            (Some(min), None) => (" >= ", min, None),
            (None, max) => (" <= ", max.unwrap_or(u32::MAX), None),
        };
        w.write_str(word)?;
        number(w, first)?;
        let Some(second) = second else { return Ok(()) };
        w.write_str(" and ")?;
        number(w, second)
    }

    /// The ends, and nothing that is no number, which PostgreSQL holds for
    /// greater than all.
    fn between<W: Write + ?Sized>(&self, w: &mut W, limits: &Limits) -> fmt::Result {
        let ends = [(&limits.min, " >= ", " > "), (&limits.max, " <= ", " < ")];
        let mut before = "";
        for (limit, closed, open) in ends {
            let Some(Limit { value, excluded }) = limit else { continue };
            w.write_str(before)?;
            self.value(w)?;
            w.write_str(if *excluded { open } else { closed })?;
            self.literal(w, value)?;
            before = " and ";
        }
        if self.kind.column().is_some_and(|column| column.nan) {
            w.write_str(before)?;
            self.value(w)?;
            w.write_str(" <> 'NaN'")?;
        }
        Ok(())
    }

    fn literal<W: Write + ?Sized>(&self, w: &mut W, value: &Literal) -> fmt::Result {
        value.sql(w)?;
        match (self.kind.column(), value) {
            (Some(column), Literal::Text(_)) => w.write_str(column.cast),
            _ => Ok(()),
        }
    }

    fn matches<W: Write + ?Sized>(&self, w: &mut W, pattern: &str) -> fmt::Result {
        self.value(w)?;
        w.write_str(" ~ ")?;
        Quoted(&format!("^(?:{pattern})$")).sql(w)
    }

    /// A pattern of texts up to a length.
    fn form<W: Write + ?Sized>(&self, w: &mut W, pattern: &str, longest: u32) -> fmt::Result {
        self.counted(w, "char_length", Count { min: None, max: Some(longest) })?;
        w.write_str(" and ")?;
        self.matches(w, pattern)
    }
}

impl Sql for ValueCheck<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match &self.rule.check {
            Check::Length(count) => {
                let function = match self.kind.def().rules.length {
                    LengthUnit::Bytes => "octet_length",
                    LengthUnit::Characters | LengthUnit::None => "char_length",
                };
                self.counted(w, function, *count)
            }
            Check::Items(count) => self.counted(w, "cardinality", *count),
            Check::Range(limits) => self.between(w, limits),
            Check::Pattern(pattern) => self.matches(w, pattern),
            Check::OneOf(options) => {
                self.value(w)?;
                // Beside several of them, PostgreSQL would cut the options to
                // the narrow float instead.
                w.write_str(self.kind.column().map_or("", |column| column.widened))?;
                w.write_str(" in (")?;
                for (i, option) in options.iter().enumerate() {
                    w.write_str(if i > 0 { ", " } else { "" })?;
                    self.literal(w, option)?;
                }
                w.write_char(')')
            }
            Check::Email => self.form(w, EMAIL, MAX_EMAIL_LENGTH),
            Check::Url => self.form(w, URL, MAX_URL_LENGTH),
            Check::NotBlank => {
                self.value(w)?;
                w.write_str(" ~ ")?;
                Quoted("[^\\t-\\r ]").sql(w)
            }
            // Every other character has more bytes than one.
            Check::Ascii => {
                self.call(w, "octet_length")?;
                w.write_str(" = ")?;
                self.call(w, "char_length")
            }
            Check::StartsWith(start) => {
                w.write_str("starts_with(")?;
                self.value(w)?;
                w.write_str(", ")?;
                Quoted(start).sql(w)?;
                w.write_char(')')
            }
            Check::EndsWith(end) => {
                w.write_str("right(")?;
                self.value(w)?;
                write!(w, ", {}) = ", end.chars().count())?;
                Quoted(end).sql(w)
            }
            Check::Contains(part) => {
                w.write_str("strpos(")?;
                self.value(w)?;
                w.write_str(", ")?;
                Quoted(part).sql(w)?;
                w.write_str(") > 0")
            }
            Check::MultipleOf(divisor) => {
                self.value(w)?;
                write!(w, " % {divisor} = 0")
            }
            Check::Finite => {
                self.value(w)?;
                w.write_str(" not in ('NaN', 'Infinity', '-Infinity')")
            }
            // Refused when the table was planned.
            Check::Each(_)
            | Check::Keys(_)
            | Check::Values(_)
            | Check::Custom(_)
            | Check::Nested => Err(fmt::Error),
        }
    }
}

display!(ValueCheck<'_>);
