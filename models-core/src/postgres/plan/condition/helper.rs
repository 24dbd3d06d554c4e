//! Functions that answer `exists(..)` once for a whole statement.
//!
//! A policy that reads another table would run that table's policies, and a
//! function that is called with a column runs once per row. So a function of
//! the owner's, in a schema that no client sees, gives the caller's own
//! values as a set, and the policy compares the row with the set.

use std::fmt::{self, Write};
use std::sync::Arc;

use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::condition::expression::Binding;
use crate::postgres::plan::condition::kind;
use crate::postgres::plan::condition::operand::{ColumnValue, Value};
use crate::postgres::plan::model::table_model::{Column, TableModel};
use crate::postgres::plan::name::derived::Derived;
use crate::postgres::plan::name::fingerprint::Fingerprint;
use crate::postgres::sql::quote::Ident;
use crate::postgres::sql::write::Sql;
use crate::schema::{Comparand, FieldCondition, Literal, Membership, Operand, Operator};

/// The question that a helper answers.
#[derive(Clone, Debug)]
pub(crate) struct Question<'a> {
    /// The model whose rows are looked through.
    pub(crate) member: TableModel<'a>,
    /// The column whose values are given; `None` when the answer is yes or no.
    pub(crate) gives: Option<Column<'a>>,
    /// What a row must equal, sorted by field.
    pub(crate) filters: Vec<&'a FieldCondition>,
}

/// An `exists(..)` in a rule, with the helper that answers it.
#[derive(Clone, Debug)]
pub(crate) struct Link<'a> {
    pub(crate) membership: &'a Membership,
    /// The name of the helper in the schema `private`.
    pub(crate) name: Arc<str>,
    /// The field of the row that is held against what the helper gives.
    pub(crate) row: Option<Column<'a>>,
}

impl<'a> Question<'a> {
    /// What an `exists(..)` on a row of `stored` asks of `member`, and the
    /// field of the row that it names.
    pub(crate) fn of(
        membership: &'a Membership,
        stored: TableModel<'a>,
        member: TableModel<'a>,
    ) -> Result<(Self, Option<Column<'a>>), Error> {
        let mut row = None;
        let mut question = Self { member, gives: None, filters: Vec::new() };
        for condition in &*membership.conditions {
            let column = member.existing(&condition.field)?;
            let value = match &condition.equals {
                Operand::Field(field) => Some(stored.existing(field)?),
                _ => None,
            };
            let kind = match value {
                Some(value) => Some(Comparand::of_type(&value.field.kind)),
                None => kind::of(&condition.equals, stored),
            };
            let of_column = Comparand::of_type(&column.field.kind);
            if !kind.is_some_and(|kind| kind::compares(of_column, Operator::Eq, kind)) {
                return Err(stored.error(ErrorKind::Incomparable {
                    left: format!("{}.{}", member.model.name, condition.field),
                    right: crate::postgres::plan::condition::check::described(&condition.equals),
                }));
            }
            match (value, row) {
                (None, _) => question.filters.push(condition),
                (Some(value), None) => (row, question.gives) = (Some(value), Some(column)),
                (Some(_), Some(_)) => {
                    return Err(stored.error(ErrorKind::RowFields(member.model.name.to_string())));
                }
            }
        }
        question.filters.sort_by(|a, b| a.field.cmp(&b.field));
        Ok((question, row))
    }

    /// Whether two questions have the same answer.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let given = |question: &Self| question.gives.map(Column::name);
        self.member == other.member && given(self) == given(other) && self.filters == other.filters
    }

    /// A name that depends on the question alone: policies keep hold of the
    /// function, so a name must never come to mean another question.
    pub(crate) fn name(&self) -> Arc<str> {
        let table = self.member.name();
        let name = match self.gives {
            Some(column) => Derived::new(table, "").and(column.name()),
            None => Derived::new("is_in", "").and(table),
        };
        let public = self.member.schema() == "public";
        match self.filters.as_slice() {
            [FieldCondition { field, equals: Operand::Uid }] if public && field == "user_id" => {
                name.into_plain()
            }
            [FieldCondition { field, equals: Operand::Uid }] if public => {
                name.and("by").and(field).into_plain()
            }
            _ => name.hashed(self.fingerprint()),
        }
        .into()
    }

    fn fingerprint(&self) -> Fingerprint {
        let gives = self.gives.map_or("", |column| column.name());
        let start = Fingerprint::of(self.member.schema()).and(self.member.name()).and(gives);
        self.filters.iter().fold(start, |hash, filter| {
            let hash = hash.and(&filter.field);
            match &filter.equals {
                Operand::Field(field) => hash.and("field").and(field),
                Operand::Literal(Literal::Text(text)) => hash.and("text").and(text),
                Operand::Literal(Literal::Bool(bool)) => hash.and("bool").and(&bool.to_string()),
                Operand::Literal(Literal::Int(int)) => hash.and("int").and(&int.to_string()),
                Operand::Literal(Literal::Float(float)) => {
                    hash.and("float").and(&float.to_bits().to_string())
                }
                Operand::Uid => hash.and("uid"),
                Operand::Role => hash.and("role"),
                Operand::Email => hash.and("email"),
                Operand::Claim(path) => {
                    path.iter().fold(hash.and("claim"), |hash, name| hash.and(name))
                }
                Operand::Now => hash.and("now"),
            }
        })
    }

    /// What a row must be for the answer; `None` when any row will do.
    pub(crate) fn write_filters<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        for (i, filter) in self.filters.iter().enumerate() {
            if i > 0 {
                w.write_str(" and ")?;
            }
            let column = self.member.column(&filter.field).ok_or(fmt::Error)?;
            let kind = kind::of(&filter.equals, self.member).ok_or(fmt::Error)?;
            ColumnValue { column, beside: Some(kind) }.sql(w)?;
            w.write_str(" = ")?;
            let beside = Some(Comparand::of_type(&column.field.kind));
            Value { operand: &filter.equals, stored: self.member, beside }.sql(w)?;
        }
        Ok(())
    }
}

impl Link<'_> {
    pub(crate) fn binding(&self) -> Binding {
        match self.row {
            None => Binding::Whole,
            Some(row) if row.field.nullable => Binding::And,
            Some(_) => Binding::Comparison,
        }
    }

    /// The condition that asks the helper.
    pub(crate) fn call<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let Some(row) = self.row else {
            w.write_str("(select private.")?;
            Ident::new(&self.name).sql(w)?;
            return w.write_str("())");
        };
        if row.field.nullable {
            // No row equals an absent value, and `exists` says so plainly:
            // false, which `not` makes true.
            row.sql(w)?;
            w.write_str(" is not null and ")?;
        }
        row.sql(w)?;
        // As an array, it runs once and an index on the column is used.
        w.write_str(" = any (array(select private.")?;
        Ident::new(&self.name).sql(w)?;
        w.write_str("()))")
    }
}
