//! A disagreement in a form that tells what to look at.

use std::fmt;

use ::backend_models::access::{Row, Value};
use ::backend_models::schema::ModelDef;
use models_tests::literal::literal;

use super::case::{Case, members};
use super::places::{postgres, rust};
use super::said;
use crate::places::{Batch, Place, Verdict};

/// One case, and what everyone says to it.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    pub(crate) models: Vec<ModelDef>,
    pub(crate) case: Case,
    pub(crate) rust: bool,
    pub(crate) verdicts: Vec<(String, Verdict)>,
}

impl Report {
    /// Asks all places about one case.
    pub(crate) fn of<'a>(
        models: Vec<ModelDef>,
        case: Case,
        places: impl Iterator<Item = &'a mut Box<dyn Place>>,
    ) -> Self {
        let batch = Batch::new(models.clone(), vec![case.clone()]);
        let verdicts = places.map(|place| (place.name(), place.ask(&batch).remove(0))).collect();
        let rust = rust::allows(&models[case.model], &case);
        Self { models, case, rust, verdicts }
    }

    /// The model that the case is about.
    pub(crate) fn model(&self) -> &ModelDef {
        &self.models[self.case.model]
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { models, case, rust, verdicts } = self;
        let model = self.model();
        for model in models {
            writeln!(f, "{}\n", said::model(model))?;
        }
        let rows = [("there is  ", &case.before), ("it becomes", &case.after)];
        for (what, row) in rows.into_iter().filter_map(|(what, row)| Some((what, row.as_ref()?))) {
            let known = |(name, _): &(&String, &Value)| model.field(name).is_some();
            let row = row.iter().filter(known).map(|(name, value)| (name.clone(), value.clone()));
            writeln!(f, "{what} {}", written(&row.collect()))?;
        }
        if format!("{:?}", model.access).contains("Exists") {
            for member in members() {
                writeln!(f, "member     {}", written(&member))?;
            }
        }
        writeln!(f, "caller     {:?}", case.auth)?;
        writeln!(f, "command    {:?}: {}", case.command, short(&postgres::attempt(model, case)))?;
        writeln!(f, "nulls      {}\n", if case.nulls { "written" } else { "left out" })?;
        writeln!(f, "Rust: {}", if *rust { "Allowed" } else { "Denied" })?;
        for (place, verdict) in verdicts {
            let mark = if verdict.agrees(*rust) { "" } else { "   <-- disagrees" };
            writeln!(f, "{place}: {}{mark}", short(&format!("{verdict:?}")))?;
        }
        Ok(())
    }
}

fn written(row: &Row) -> String {
    let value = |(name, value): (&String, &Value)| format!("{name}: {}", literal(value));
    short(&row.iter().map(value).collect::<Vec<_>>().join(", "))
}

fn short(text: &str) -> String {
    match text.char_indices().nth(400) {
        Some((end, _)) => format!("{} ..", &text[..end]),
        None => text.to_owned(),
    }
}
