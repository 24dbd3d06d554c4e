//! Libraries whose derives stand side by side on one struct.

use crate::bench::compile::columns::{Column, Kind};
use crate::bench::compile::contestant::{CHRONO, Contestant, UUID};
use crate::bench::compile::model::Model;

const SERDE: &str = "serde = { version = \"=1.0.229\", features = [\"derive\"] }";
const SQLX: &str = "sqlx = { version = \"=0.9.0\", default-features = false, features = \
                    [\"derive\", \"postgres\", \"runtime-tokio\", \"uuid\", \"chrono\"] }";
const GARDE: &str = "garde = { version = \"=0.23.0\", features = [\"derive\"] }";
const VALIDATOR: &str = "validator = { version = \"=0.21.0\", features = [\"derive\"] }";

/// One or more derives.
struct Simple {
    name: &'static str,
    dependencies: &'static [&'static str],
    derives: &'static str,
    on_field: fn(&Column) -> String,
}

/// Each alone, and the three that together do what one derive of ours does.
pub(super) fn all() -> impl Iterator<Item = Box<dyn Contestant>> {
    let nothing: fn(&Column) -> String = |_| String::new();
    let serde = "Clone, Debug, serde::Serialize, serde::Deserialize";
    let row = "Clone, Debug, sqlx::FromRow";
    let three =
        "Clone, Debug, serde::Serialize, serde::Deserialize, sqlx::FromRow, garde::Validate";
    let entry =
        |name, dependencies, derives, on_field| Simple { name, dependencies, derives, on_field };
    [
        entry("serde", &[SERDE], serde, nothing),
        entry("from_row", &[SQLX], row, nothing),
        entry("garde", &[GARDE], "Clone, Debug, garde::Validate", garde),
        entry("validator", &[VALIDATOR], "Clone, Debug, validator::Validate", validator),
        entry("serde_from_row_garde", &[SERDE, SQLX, GARDE], three, garde),
    ]
    .into_iter()
    .map(|simple| Box::new(simple) as Box<dyn Contestant>)
}

/// A bound for each short text, and nothing about the rest.
fn garde(column: &Column) -> String {
    match column.kind {
        Kind::Text(max) if max < 1_000 => format!("    #[garde(length(chars, max = {max}))]\n"),
        _ => String::new(),
    }
}

fn validator(column: &Column) -> String {
    match column.kind {
        Kind::Text(max) if max < 1_000 => format!("    #[validate(length(max = {max}))]\n"),
        _ => String::new(),
    }
}

impl Contestant for Simple {
    fn name(&self) -> &'static str {
        self.name
    }

    fn dependencies(&self) -> Vec<String> {
        let with_serde = |line: &str, wanted: &str, features: &str| {
            if self.dependencies.contains(&SERDE) {
                line.replace(wanted, features)
            } else {
                line.to_owned()
            }
        };
        let mut lines = vec![
            with_serde(UUID, "\"v7\"", "\"v7\", \"serde\""),
            with_serde(CHRONO, "\"std\"", "\"std\", \"serde\""),
        ];
        lines.extend(self.dependencies.iter().map(|line| (*line).to_owned()));
        lines
    }

    fn derives(&self, _model: Model) -> String {
        self.derives.to_owned()
    }

    fn on_struct(&self, _model: Model) -> String {
        let says =
            if self.derives.contains("garde") { "#[garde(allow_unvalidated)]\n" } else { "" };
        says.to_owned()
    }

    fn on_field(&self, _model: Model, column: &Column) -> String {
        (self.on_field)(column)
    }
}
