//! What an operation costs, and whether it may cost that.

use std::collections::BTreeSet;

use super::language::RulesExpr;
use super::limits;
use super::operation::Operation;
use crate::firestore::collection::CollectionModel;
use crate::firestore::{Error, ErrorKind};

/// The most that the rules of an operation can cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// The model.
    pub model: String,
    /// The operation.
    pub operation: Operation,
    /// Expressions that are evaluated, of [`limits::EXPRESSIONS`].
    pub expressions: u32,
    /// Documents that are read, of [`limits::READS`].
    pub reads: usize,
}

/// The most fields that an error names.
const MAX_NAMED_FIELDS: usize = 3;

impl Cost {
    /// The cost of conditions that are all evaluated.
    pub(crate) fn new<'e>(
        model: CollectionModel<'_>,
        operation: Operation,
        conditions: impl Iterator<Item = &'e RulesExpr<'e>>,
    ) -> Self {
        let mut cost =
            Self { model: model.def.name.to_string(), operation, expressions: 0, reads: 0 };
        let mut reads = BTreeSet::new();
        for condition in conditions {
            cost.expressions += condition.cost();
            condition.add_reads(&mut reads);
        }
        cost.reads = reads.len();
        cost
    }

    /// The cost in words; empty for a constant.
    pub(crate) fn comment(&self) -> String {
        if self.expressions <= 1 {
            return String::new();
        }
        let expressions = format!("At most {} of 1,000 expressions", self.expressions);
        match self.reads {
            0 => format!("{expressions}."),
            reads => format!("{expressions}, {reads} of {} documents.", limits::READS),
        }
    }

    /// # Errors
    /// When it is more than Firestore allows.
    pub(crate) fn check(
        &self,
        model: CollectionModel<'_>,
        prices: &[(&str, u32)],
    ) -> Result<(), Error> {
        let Self { operation, expressions: cost, reads, .. } = *self;
        if reads > limits::READS {
            return Err(model.error(ErrorKind::Reads { operation, reads }));
        }
        if cost <= limits::EXPRESSIONS {
            return Ok(());
        }
        let mut fields: Vec<(String, u32)> = Vec::new();
        if matches!(operation, Operation::Create | Operation::Update) {
            fields.extend(prices.iter().map(|(field, cost)| ((*field).to_owned(), *cost)));
        }
        fields.sort_by_key(|(_, cost)| std::cmp::Reverse(*cost));
        fields.truncate(MAX_NAMED_FIELDS);
        Err(model.error(ErrorKind::Budget { operation, cost, fields }))
    }
}
