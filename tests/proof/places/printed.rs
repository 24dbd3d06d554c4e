//! Whether both printers take a model, and the models around it.

use std::collections::BTreeMap;

use ::backend_models::firestore::Rules;
use ::backend_models::postgres::{Script, Target};
use ::backend_models::schema::{Collection, Field, Key, ModelDef, Node, Schema, Type};
use models_tests::build::model;
use models_tests::documents::path;

use crate::model::teams;

/// How often a printer refused something, by what it said.
#[derive(Debug, Default)]
pub(crate) struct Refusals(pub(crate) BTreeMap<String, usize>);

impl Refusals {
    /// Whether both printers take the model, and check all of it.
    pub(crate) fn takes(&mut self, model: &ModelDef) -> bool {
        match refusal(model) {
            None => true,
            Some(refusal) => {
                *self.0.entry(refusal).or_default() += 1;
                false
            }
        }
    }
}

/// Why a model cannot be in the test: what is refused when it is printed, and
/// what the rules say that they do not check.
pub(crate) fn refusal(model: &ModelDef) -> Option<String> {
    let schema = schema([model.clone()]);
    if let Err(error) = Script::new(&schema, Target::PLAIN) {
        return Some(format!("PostgreSQL: {}", first_word(&error.kind)));
    }
    let rules = match Rules::new(&schema) {
        Ok(rules) => rules,
        Err(error) => return Some(format!("rules: {}", first_word(&error.kind))),
    };
    let mut unchecked = rules.unchecked().iter().map(|unchecked| unchecked.what.as_str());
    unchecked.any(|what| what.starts_with("the rule ")).then(|| "rules: a value rule".to_owned())
}

fn first_word(kind: &impl std::fmt::Debug) -> String {
    format!("{kind:?}").split([' ', '(', '{']).next().unwrap_or_default().to_owned()
}

/// Models, and the members that their rules ask for.
pub(crate) fn schema(models: impl IntoIterator<Item = ModelDef>) -> Schema {
    Schema { models: models.into_iter().chain([member()]).collect() }
}

/// A member of a team: one row, and one document, for each user.
fn member() -> ModelDef {
    let mut team = Field::new("team_id", Type::Uuid, false).immutable();
    team.ancestor = Some(Node::from(teams()));
    let user = Field::new("user_id", Type::Uuid, false).key(Key::Given);
    let role = Field::new("role", Type::Text, true).document("the role");
    let level = Field::new("level", Type::I64, true).document("level");
    let place = path("Member", "members", Some(&teams()));
    let collection = Collection { path: place.into(), indexes: Vec::new().into(), group: false };
    let fields = vec![user, team, role, level];
    ModelDef { collection: Some(collection), ..model("Member", "members", fields) }
}
