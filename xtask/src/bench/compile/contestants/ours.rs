//! This library: keys, bounds, access rules, an index and the schema.

use crate::bench::compile::columns::{Column, Kind};
use crate::bench::compile::contestant::Contestant;
use crate::bench::compile::model::{Model, Shape};
use crate::workspace;

/// This library with some features.
pub(in crate::bench::compile) struct Ours {
    name: &'static str,
    features: &'static str,
}

/// As it comes.
pub(in crate::bench::compile) const OURS: Ours = Ours { name: "ours", features: "" };
/// With rows that sqlx decodes.
pub(in crate::bench::compile) const OURS_WITH_SQLX: Ours =
    Ours { name: "ours_sqlx", features: "\"sqlx\"" };

const RULES: &str = "#[access(
    select = active || owner_id == auth.uid(),
    insert = owner_id == auth.uid(),
    update = owner_id == auth.uid(),
    delete = owner_id == auth.uid() || auth.claim(\"role\") == \"moderator\",
)]
";

impl Contestant for Ours {
    fn name(&self) -> &'static str {
        self.name
    }

    fn dependencies(&self) -> Vec<String> {
        let root = workspace::root();
        let features = self.features;
        vec![format!("backend-models = {{ path = {root:?}, features = [{features}] }}")]
    }

    fn imports(&self, model: Model) -> String {
        let others = model.each_relation(|_, other| {
            format!("use super::{}::{};\n", other.module(), other.name())
        });
        format!("use backend_models::prelude::*;\n{others}")
    }

    fn derives(&self, _model: Model) -> String {
        "Clone, Debug, Model".to_owned()
    }

    fn on_struct(&self, model: Model) -> String {
        let table = model.table();
        let index = "index(owner_id, created_at desc)";
        format!("#[model(table = \"{table}\", {index})]\n{RULES}")
    }

    fn on_field(&self, model: Model, column: &Column) -> String {
        let says = match column.kind {
            Kind::Key if model.number == 0 => {
                "id, references = auth::User, on_delete = cascade".to_owned()
            }
            Kind::Key => "id".to_owned(),
            Kind::Parent => {
                let parent = model.parent().unwrap_or(model).name();
                format!("references = {parent}, on_delete = restrict, immutable")
            }
            Kind::Owner => {
                let owner = model.owner().map_or_else(|| "auth::User".to_owned(), Model::name);
                format!("references = {owner}, on_delete = cascade, immutable")
            }
            Kind::Text(max) => return format!("    #[validate(length(max = {max}))]\n"),
            _ => return String::new(),
        };
        format!("    #[model({says})]\n")
    }

    fn type_of(&self, model: Model, column: &Column) -> String {
        let key_of = |model: Model| match model.number {
            0 => "Id<auth::User>".to_owned(),
            _ => format!("Id<{}>", model.name()),
        };
        match column.kind {
            Kind::Key => key_of(model),
            Kind::Parent => key_of(model.parent().unwrap_or(model)),
            Kind::Owner => "Id<auth::User>".to_owned(),
            _ => column.plain_type("DateTime<Utc>"),
        }
    }

    fn root(&self, count: usize) -> String {
        let models: Vec<String> = Model::all(count, Shape::Tree)
            .map(|model| format!("{}::{}", model.module(), model.name()))
            .collect();
        format!(
            "\npub static SCHEMA: backend_models::schema::Schema = backend_models::schema![{}];\n",
            models.join(", ")
        )
    }
}
