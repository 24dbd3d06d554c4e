//! One write of a commit.

use serde_json::{Value, json};

/// A write, to be committed with others by [`Session::commit`](super::Session::commit).
#[derive(Clone, Debug)]
pub struct Write {
    path: String,
    /// `None` deletes.
    fields: Option<Value>,
    /// Only these fields are written, and removed where they have no value.
    mask: Option<Vec<String>>,
    /// Fields that the server sets to its own time.
    times: Vec<String>,
    /// What must be so of the document beforehand.
    exists: Option<bool>,
}

impl Write {
    /// Makes the document, or replaces it whole.
    pub fn set(path: &str, fields: &Value) -> Self {
        let fields = Some(fields.clone());
        Self { path: path.to_owned(), fields, mask: None, times: Vec::new(), exists: None }
    }

    /// Makes the document, which must not be there.
    pub fn create(path: &str, fields: &Value) -> Self {
        Self { exists: Some(false), ..Self::set(path, fields) }
    }

    /// Writes the fields in `mask` and no others to a document, which must be
    /// there; those without a value in `fields` are removed.
    pub fn update(path: &str, fields: &Value, mask: &[&str]) -> Self {
        let mask = Some(mask.iter().map(ToString::to_string).collect());
        Self { exists: Some(true), mask, ..Self::set(path, fields) }
    }

    /// Deletes the document, whether it is there or not.
    pub fn delete(path: &str) -> Self {
        Self { fields: None, ..Self::set(path, &Value::Null) }
    }

    /// The same, which also sets a field to the time of the request, as a
    /// client's `serverTimestamp()` does.
    #[must_use]
    pub fn server_time(mut self, field: &str) -> Self {
        self.times.push(field.to_owned());
        self
    }

    /// The write in the form of the REST interface; `name` completes a path.
    pub(super) fn body(&self, name: impl Fn(&str) -> String) -> Value {
        let name = name(&self.path);
        let mut body = match &self.fields {
            None => json!({"delete": name}),
            Some(fields) => json!({"update": {"name": name, "fields": fields}}),
        };
        if let Some(mask) = &self.mask {
            body["updateMask"] = json!({"fieldPaths": mask});
        }
        if let Some(exists) = self.exists {
            body["currentDocument"] = json!({"exists": exists});
        }
        let times = self.times.iter();
        let times: Vec<_> = times
            .map(|field| json!({"fieldPath": field, "setToServerValue": "REQUEST_TIME"}))
            .collect();
        if !times.is_empty() {
            body["updateTransforms"] = times.into();
        }
        body
    }
}

/// The name of a field as a mask has it.
pub fn field_path(name: &str) -> String {
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !name.as_bytes()[0].is_ascii_digit();
    if plain {
        name.to_owned()
    } else {
        format!("`{}`", name.replace('\\', "\\\\").replace('`', "\\`"))
    }
}
