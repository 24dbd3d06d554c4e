//! What a run consisted of, so that it cannot be one of refusals only.

use std::collections::BTreeMap;
use std::fmt;

use ::backend_models::access::{Row, Value};
use ::backend_models::schema::{Check, Count, Field, ModelDef};

use super::case::{Command, body};
use crate::places::Batch;
use crate::places::rust;

/// How many decisions there were of each kind.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// Denied and allowed, for each command.
    verdicts: BTreeMap<Command, [usize; 2]>,
    /// For each place, what it was asked.
    pub(crate) places: BTreeMap<String, usize>,
    /// Rows with an absent value.
    nulls: usize,
    /// Writes without a value that must be there.
    missing: usize,
    /// Values written out as `null`, in documents and in columns.
    written_nulls: usize,
    anonymous: usize,
    /// Texts as long as a rule lets them be, or by one character longer or
    /// shorter.
    at_limits: usize,
    /// Those of them with characters beyond ASCII.
    unicode_at_limits: usize,
    /// Decisions on models whose rule asks for a member.
    memberships: usize,
    pub(crate) models: usize,
}

impl Counts {
    pub(crate) fn add(&mut self, batch: &Batch, rust: &[bool]) {
        self.models += batch.schema.models.len() - 1;
        for (case, allowed) in batch.cases.iter().zip(rust) {
            let model = batch.model(case);
            self.verdicts.entry(case.command).or_default()[usize::from(*allowed)] += 1;
            let rows = || [&case.before, &case.after].into_iter().flatten();
            let absent = |row: &Row| body(model).any(|it| rust::value(row, it).is_null());
            let lacks =
                |row: &Row| body(model).any(|it| !it.nullable && rust::value(row, it).is_null());
            let is_absent = rows().any(absent);
            self.nulls += usize::from(is_absent);
            self.written_nulls += usize::from(is_absent && case.nulls);
            self.missing += usize::from(rows().any(lacks));
            self.anonymous += usize::from(case.auth.subject().is_none());
            self.memberships += usize::from(format!("{:?}", model.access).contains("Exists"));
            let limits = rows().flat_map(|row| at_limit(model, row));
            let at_limit: Vec<bool> = limits.map(str::is_ascii).collect();
            self.at_limits += usize::from(!at_limit.is_empty());
            self.unicode_at_limits += usize::from(at_limit.contains(&false));
        }
    }

    pub(crate) fn decisions(&self) -> usize {
        self.verdicts.values().flatten().sum()
    }

    /// That neither verdict was rare, and that everything occurred that the
    /// test is about.
    pub(crate) fn judge(&self) {
        let all = self.decisions();
        for command in Command::ALL {
            let [denied, allowed] = self.verdicts.get(&command).copied().unwrap_or_default();
            let rare = (denied + allowed) / 10;
            assert!(denied > rare && allowed > rare, "{command:?} is one-sided\n{self}");
        }
        for (what, times) in self.kinds() {
            assert!(times > all / 200, "too few {what}: {times} of {all}\n{self}");
        }
    }

    fn kinds(&self) -> [(&'static str, usize); 7] {
        [
            ("rows with an absent value", self.nulls),
            ("with it written as null", self.written_nulls),
            ("writes without what must be there", self.missing),
            ("anonymous callers", self.anonymous),
            ("texts at the limit of their length", self.at_limits),
            ("of them beyond ASCII", self.unicode_at_limits),
            ("models that ask for a member", self.memberships),
        ]
    }
}

/// The texts whose length is at a limit of their field.
fn at_limit<'r>(model: &'r ModelDef, row: &'r Row) -> impl Iterator<Item = &'r str> {
    body(model).filter_map(move |field| {
        let Value::Text(text) = rust::value(row, field) else { return None };
        let length = u32::try_from(text.chars().count()).unwrap();
        ends(field).any(|end| length.abs_diff(end) <= 1).then_some(text.as_str())
    })
}

fn ends(field: &Field) -> impl Iterator<Item = u32> {
    let of = |check: &Check| match check {
        Check::Length(Count { min, max }) => [*min, *max],
        _ => [None, None],
    };
    field.rules.iter().flat_map(move |rule| of(&rule.check)).flatten()
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} decisions on {} models", self.decisions(), self.models)?;
        for (command, [denied, allowed]) in &self.verdicts {
            writeln!(f, "  {command:?}: {allowed} allowed, {denied} denied")?;
        }
        for (place, decisions) in &self.places {
            writeln!(f, "  {place}: {decisions}")?;
        }
        for (what, times) in self.kinds() {
            writeln!(f, "  {what}: {times}")?;
        }
        Ok(())
    }
}
