//! The places that enforce a declaration, and what they say.

pub(crate) mod postgres;
pub(crate) mod printed;
pub(crate) mod rules;
pub(crate) mod rust;

use ::backend_models::schema::{ModelDef, Schema};

use crate::case::Case;

/// What a place says to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Allowed,
    /// With what the place says about it.
    Denied(String),
    /// It failed otherwise, which no place may.
    Failed(String),
}

/// Models, and what is asked of them, in one go.
pub(crate) struct Batch {
    /// The models, and at the end that of members.
    pub(crate) schema: Schema,
    pub(crate) cases: Vec<Case>,
}

/// A server or an emulator.
pub(crate) trait Place: Send {
    /// Its name in reports.
    fn name(&self) -> String;

    /// Whether it is asked for a sample of the decisions: it is slow, or what it
    /// does is known from others.
    fn is_sampled(&self) -> bool;

    /// What it says to each case.
    fn ask(&mut self, batch: &Batch) -> Vec<Verdict>;
}

impl Batch {
    pub(crate) fn new(models: Vec<ModelDef>, cases: Vec<Case>) -> Self {
        Self { schema: printed::schema(models), cases }
    }

    /// The model that a case is about.
    pub(crate) fn model(&self, case: &Case) -> &ModelDef {
        &self.schema.models[case.model]
    }

    /// What Rust says to each.
    pub(crate) fn in_rust(&self) -> Vec<bool> {
        self.cases.iter().map(|case| rust::allows(self.model(case), case)).collect()
    }
}

impl Verdict {
    /// Whether Rust says the same.
    pub(crate) fn agrees(&self, rust: bool) -> bool {
        match self {
            Self::Allowed => rust,
            Self::Denied(_) => !rust,
            Self::Failed(_) => false,
        }
    }
}
