//! A schema as JSON: what a file holds, and what is wrong with one that does
//! not hold a schema.
//!
//! Enums are listed once, and fields refer to them by name. A key that is not
//! known is an error, a key that a later version of the library added takes its
//! default, and another version of the format is an error of its own.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::{Field, ModelDef, Schema};

/// The version that is written, and the only one that is read.
const VERSION: u64 = 1;

/// How deeply JSON may be nested to be read again (`serde_json` allows 127).
const MAX_DEPTH: usize = 127;

/// Why a schema could not be written as JSON or read from it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SnapshotError {
    /// The text is not JSON.
    Syntax {
        /// What is wrong, with line and column.
        message: String,
    },
    /// The snapshot has no version, or one that is not known.
    Version {
        /// The version that was found, as JSON; `None` when there is none.
        found: Option<String>,
    },
    /// The JSON does not describe a schema.
    Invalid {
        /// Where: `model "Post", field "title"`; empty for the snapshot itself.
        place: String,
        /// What is wrong there.
        message: String,
    },
    /// A condition is nested so deeply that it could not be read again.
    TooDeep,
}

impl SnapshotError {
    fn invalid(place: &str, message: impl fmt::Display) -> Self {
        Self::Invalid { place: place.to_owned(), message: message.to_string() }
    }
}

impl fmt::Display for SnapshotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { message } => write!(f, "the snapshot is not JSON: {message}"),
            Self::Version { found: None } => f.write_str("the snapshot has no version"),
            Self::Version { found: Some(found) } => {
                write!(f, "the snapshot has version {found}, and this library reads {VERSION}")
            }
            Self::Invalid { place, message } if place.is_empty() => {
                write!(f, "the snapshot is not a schema: {message}")
            }
            Self::Invalid { place, message } => write!(f, "{place}: {message}"),
            Self::TooDeep => f.write_str("a condition is nested too deeply for a snapshot"),
        }
    }
}

impl std::error::Error for SnapshotError {}

impl Schema {
    /// The schema as JSON, with the version of the format.
    ///
    /// ```
    /// use models_core::schema::{List, Schema};
    /// let schema = Schema { models: List::Borrowed(&[]) };
    /// let json = schema.to_json()?;
    /// assert_eq!(Schema::from_json(&json)?, schema);
    /// # Ok::<(), models_core::schema::SnapshotError>(())
    /// ```
    ///
    /// # Errors
    /// When a condition is nested so deeply that it could not be read again. The
    /// derives refuse such a condition.
    pub fn to_json(&self) -> Result<String, SnapshotError> {
        let mut enums = Map::new();
        let mut models = Vec::new();
        for model in &*self.models {
            let mut model =
                serde_json::to_value(model).map_err(|error| SnapshotError::invalid("", error))?;
            for field in model["fields"].as_array_mut().into_iter().flatten() {
                list_enum(&mut field["kind"], &mut enums);
            }
            models.push(model);
        }
        let snapshot = json!({ "version": VERSION, "enums": enums, "models": models });
        if depth(&snapshot) > MAX_DEPTH {
            return Err(SnapshotError::TooDeep);
        }
        Ok(format!("{snapshot:#}"))
    }

    /// The schema that [`to_json`](Self::to_json) wrote.
    ///
    /// # Errors
    /// When the text is not JSON, has another version, or does not describe a
    /// schema: a key is unknown or missing, or a value has the wrong type.
    pub fn from_json(json: &str) -> Result<Self, SnapshotError> {
        let snapshot = serde_json::from_str(json)
            .map_err(|error| SnapshotError::Syntax { message: error.to_string() })?;
        let Value::Object(mut snapshot) = snapshot else {
            return Err(SnapshotError::invalid("", "it is not an object"));
        };
        match snapshot.remove("version") {
            Some(found) if found.as_u64() == Some(VERSION) => {}
            found => {
                return Err(SnapshotError::Version { found: found.map(|found| found.to_string()) });
            }
        }
        let enums: Map<String, Value> =
            read("", snapshot.remove("enums").unwrap_or_else(|| json!({})))?;
        let Some(models) = snapshot.remove("models") else {
            return Err(SnapshotError::invalid("", "the key `models` is missing"));
        };
        if let Some(key) = snapshot.keys().next() {
            return Err(SnapshotError::invalid("", format!("unknown key `{key}`")));
        }
        for (name, definition) in &enums {
            read::<super::EnumType>(&format!("enum {name:?}"), definition.clone())?;
        }
        let models: Vec<Value> = read("", models)?;
        models
            .into_iter()
            .map(|model| read_model(model, &enums))
            .collect::<Result<_, _>>()
            .map(|models: Vec<ModelDef>| Self { models: models.into() })
    }
}

/// Moves the enum of a type into the list, and leaves its name.
fn list_enum(kind: &mut Value, enums: &mut Map<String, Value>) {
    let Some(kind) = kind.as_object_mut() else { return };
    if let Some(definition) = kind.get_mut("Enum") {
        let name = name_of(definition, enums);
        let definition = std::mem::replace(definition, Value::String(name.clone()));
        enums.insert(name, definition);
    }
    for list in ["Array", "Map"] {
        if let Some(item) = kind.get_mut(list) {
            list_enum(item, enums);
        }
    }
}

/// The name under which an enum is listed: its own, with a number where another
/// enum of a different module has it.
fn name_of(definition: &Value, enums: &Map<String, Value>) -> String {
    let text = |key: &str| definition[key].as_str().unwrap_or_default();
    let own = if text("rust_name").is_empty() { text("name") } else { text("rust_name") };
    let numbered = (2..).map(|number| format!("{own} {number}"));
    std::iter::once(own.to_owned())
        .chain(numbered)
        .find(|name| enums.get(name).is_none_or(|known| known == definition))
        .unwrap_or_default()
}

/// Puts the enum of a type in the place of its name.
fn find_enum(kind: &mut Value, enums: &Map<String, Value>) -> Result<(), String> {
    let Some(kind) = kind.as_object_mut() else { return Ok(()) };
    if let Some(name) = kind.get_mut("Enum") {
        let Some(text) = name.as_str() else { return Err("an enum is not a name".to_owned()) };
        let Some(definition) = enums.get(text) else {
            return Err(format!("the enum {text:?} is not listed"));
        };
        *name = definition.clone();
    }
    for list in ["Array", "Map"] {
        if let Some(item) = kind.get_mut(list) {
            find_enum(item, enums)?;
        }
    }
    Ok(())
}

/// Field by field, so that an error says in which one it is.
fn read_model(mut model: Value, enums: &Map<String, Value>) -> Result<ModelDef, SnapshotError> {
    let place = format!("model {}", named(&model));
    let fields = match model.get_mut("fields") {
        Some(fields) => std::mem::replace(fields, json!([])),
        None => return Err(SnapshotError::invalid(&place, "the key `fields` is missing")),
    };
    let fields: Vec<Value> = read(&place, fields)?;
    let mut model: ModelDef = read(&place, model)?;
    let mut read_field = |mut field: Value| -> Result<Field, SnapshotError> {
        let place = format!("{place}, field {}", named(&field));
        if let Some(kind) = field.get_mut("kind") {
            find_enum(kind, enums).map_err(|error| SnapshotError::invalid(&place, error))?;
        }
        read(&place, field)
    };
    model.fields = fields.into_iter().map(&mut read_field).collect::<Result<_, _>>()?;
    Ok(model)
}

/// The name of a model or field, for a message.
fn named(value: &Value) -> String {
    value.get("name").map_or_else(|| "without a name".to_owned(), Value::to_string)
}

fn read<T: DeserializeOwned>(place: &str, value: Value) -> Result<T, SnapshotError> {
    serde_json::from_value(value).map_err(|error| SnapshotError::invalid(place, error))
}

/// How deeply arrays and objects are nested.
fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(entries) => 1 + entries.values().map(depth).max().unwrap_or(0),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}
