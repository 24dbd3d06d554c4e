//! What a contestant says about a model: a plain struct, unless it says more.

use std::fmt::Write;

use super::columns::{COLUMNS, Column};
use super::model::Model;

/// Writes the same models in the way of one library.
pub(super) trait Contestant {
    /// Its name in the tables.
    fn name(&self) -> &'static str;

    /// Lines of its manifest, with exact versions.
    fn dependencies(&self) -> Vec<String>;

    /// The imports of a file.
    fn imports(&self, _model: Model) -> String {
        "use chrono::{DateTime, Utc};\nuse uuid::Uuid;\n".to_owned()
    }

    /// What stands between the imports and the struct.
    fn before(&self, _model: Model) -> String {
        String::new()
    }

    /// The name of the struct.
    fn struct_name(&self, model: Model) -> String {
        model.name()
    }

    /// What is derived.
    fn derives(&self, _model: Model) -> String {
        "Clone, Debug".to_owned()
    }

    /// Attributes of the struct, behind the derives.
    fn on_struct(&self, _model: Model) -> String {
        String::new()
    }

    /// Attributes of a field.
    fn on_field(&self, _model: Model, _column: &Column) -> String {
        String::new()
    }

    /// The type of a field.
    fn type_of(&self, _model: Model, column: &Column) -> String {
        column.plain_type("DateTime<Utc>")
    }

    /// Fields that are no columns.
    fn more_fields(&self, _model: Model) -> String {
        String::new()
    }

    /// What stands behind the struct.
    fn behind(&self, _model: Model) -> String {
        String::new()
    }

    /// What stands in `lib.rs`, behind the modules.
    fn root(&self, _count: usize) -> String {
        String::new()
    }

    /// The file of a model.
    fn file(&self, model: Model) -> String {
        let mut text = format!("{}\n{}", self.imports(model), self.before(model));
        // Writing into a string cannot fail.
        let _ = write!(
            text,
            "#[derive({})]\n{}pub struct {} {{\n",
            self.derives(model),
            self.on_struct(model),
            self.struct_name(model)
        );
        for column in &COLUMNS {
            let attributes = self.on_field(model, column);
            let _ = writeln!(
                text,
                "{attributes}    pub {}: {},",
                column.name,
                self.type_of(model, column)
            );
        }
        text.push_str(&self.more_fields(model));
        text.push_str("}\n");
        text.push_str(&self.behind(model));
        text
    }
}

/// The crates that hold the plain values of every model.
pub(super) const UUID: &str = "uuid = { version = \"=1.29.0\", features = [\"v4\", \"v7\"] }";
/// With the features that ours uses, too.
pub(super) const CHRONO: &str =
    "chrono = { version = \"=0.4.45\", default-features = false, features = [\"clock\", \"std\"] }";
