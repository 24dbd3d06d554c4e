//! The type of a field, and the function that reads it.

use super::Sdk;
use super::enums::EnumTypes;
use super::helper::TypeScriptHelper;
use super::names::lower;
use crate::firestore::text::quote::JsonText;
use crate::schema::{Type, TypeParameter, TypeScriptDef};

/// A type in TypeScript.
#[derive(Clone, Debug)]
pub(super) struct TsType {
    /// Its name.
    pub(super) name: String,
    /// The expression that is the function which reads it.
    pub(super) reader: String,
    /// What the type does not say; empty where it says all.
    pub(super) note: String,
    /// What the text needs.
    pub(super) helpers: Vec<TypeScriptHelper>,
}

impl TsType {
    /// The type of a field; `None` when a document cannot hold it.
    pub(super) fn of(kind: &Type, sdk: Sdk, enums: &EnumTypes<'_>) -> Option<Self> {
        let document = kind.document()?;
        let TypeScriptDef { web, admin, reader, note, .. } = document.typescript;
        let helper = TypeScriptHelper::of(reader);
        let name = match sdk {
            Sdk::Web => web,
            Sdk::Admin => admin,
        };
        let plain = Self {
            name: name.to_owned(),
            reader: helper.name().to_owned(),
            note: note.to_owned(),
            helpers: vec![helper],
        };
        Some(match kind.parameter() {
            TypeParameter::None => plain,
            TypeParameter::Dimensions(n) => Self {
                reader: format!("{}({n})", plain.reader),
                note: format!("{n} dimensions."),
                ..plain
            },
            TypeParameter::Labels(of) => {
                let (name, labels) = enums.names(of)?;
                Self { name, reader: format!("{}({labels})", plain.reader), ..plain }
            }
            TypeParameter::Elements(element) => {
                element.document().filter(|document| document.listed)?;
                Self::of(element, sdk, enums)?.wrapped(helper, |name| format!("{name}[]"))
            }
            TypeParameter::Values(value) => {
                let value = Self::of(value, sdk, enums)?;
                value.wrapped(helper, |name| format!("{{ [key: string]: {name} }}"))
            }
        })
    }

    fn wrapped(mut self, helper: TypeScriptHelper, name: impl FnOnce(&str) -> String) -> Self {
        self.name = name(&self.name);
        self.reader = format!("{}({})", helper.name(), self.reader);
        if !self.note.is_empty() {
            self.note = format!("Each: {}", lower(&self.note));
        }
        self.helpers.push(helper);
        self
    }
}

/// The labels of an enum, in quotes.
pub(super) fn quoted(labels: &[crate::schema::Text]) -> String {
    let quoted: Vec<String> = labels.iter().map(|label| JsonText(label).to_string()).collect();
    quoted.join(", ")
}
