//! Toasty.

use crate::bench::compile::columns::{Column, Kind};
use crate::bench::compile::contestant::{Contestant, UUID};
use crate::bench::compile::model::Model;

/// Toasty, whose moments are those of `jiff`.
pub(in crate::bench::compile) struct Toasty {
    name: &'static str,
    engine: &'static str,
}

impl Toasty {
    /// What the models need to compile.
    pub(in crate::bench::compile) const MACROS: Self = Self { name: "toasty", engine: "" };
    /// With a driver.
    pub(in crate::bench::compile) const POSTGRES: Self =
        Self { name: "toasty_postgres", engine: ", \"postgresql\"" };
}

impl Contestant for Toasty {
    fn name(&self) -> &'static str {
        self.name
    }

    fn dependencies(&self) -> Vec<String> {
        let engine = self.engine;
        vec![
            UUID.to_owned(),
            "jiff = \"0.2\"".to_owned(),
            format!(
                "toasty = {{ version = \"=0.11.0\", default-features = false, \
                 features = [\"jiff\"{engine}] }}"
            ),
        ]
    }

    fn imports(&self, model: Model) -> String {
        let others = model.each_relation(|_, other| {
            format!("use super::{}::{};\n", other.module(), other.name())
        });
        format!("use jiff::Timestamp;\nuse uuid::Uuid;\n{others}")
    }

    fn derives(&self, _model: Model) -> String {
        "Clone, Debug, toasty::Model".to_owned()
    }

    fn on_field(&self, _model: Model, column: &Column) -> String {
        match column.kind {
            Kind::Key => "    #[key]\n    #[auto]\n".to_owned(),
            Kind::Parent | Kind::Owner => "    #[index]\n".to_owned(),
            _ => String::new(),
        }
    }

    fn type_of(&self, _model: Model, column: &Column) -> String {
        column.plain_type("Timestamp")
    }

    fn more_fields(&self, model: Model) -> String {
        model.each_relation(|field, other| {
            format!(
                "    #[belongs_to(key = {field}_id, references = id)]\n    \
                 pub {field}: toasty::Deferred<{}>,\n",
                other.name()
            )
        })
    }
}
