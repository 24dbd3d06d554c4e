//! The module's text.

mod comment;
mod converter;
mod interface;
mod paths;
mod write;

pub(super) use comment::DocComment;

use std::collections::BTreeSet;
use std::fmt;

use super::Sdk;
use super::document::TypedDocument;
use super::enums::{self, EnumTypes};
use super::helper::TypeScriptHelper;
use super::kind::quoted;

/// All that is printed.
pub(super) struct Module<'m, 'a> {
    pub(super) sdk: Sdk,
    pub(super) enums: &'m EnumTypes<'a>,
    pub(super) documents: &'m [TypedDocument<'a>],
    /// Schemas of zod, if they are wanted: one for each document.
    pub(super) schemas: &'m [String],
    pub(super) helpers: BTreeSet<TypeScriptHelper>,
}

impl fmt::Display for Module<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let library = match self.sdk {
            Sdk::Web => "firebase/firestore",
            Sdk::Admin => "firebase-admin/firestore",
        };
        f.write_str(
            "// Printed by backend-models from structs in Rust: what is changed here is lost.\n",
        )?;
        if self.documents.is_empty() {
            return f.write_str("\nexport {};\n");
        }
        writeln!(f, "\nimport * as firestore from \"{library}\";")?;
        if self.schemas.iter().any(|schema| !schema.is_empty()) {
            f.write_str("import { z } from \"zod\";\n")?;
        }
        for of in self.enums.iter() {
            let (name, labels) = enums::named(of);
            writeln!(f, "\nexport const {labels} = [{}] as const;", quoted(&of.labels))?;
            writeln!(f, "export type {name} = (typeof {labels})[number];")?;
        }
        let mut schemas = self.schemas.iter();
        for document in self.documents {
            interface::interfaces(f, document)?;
            converter::converter(f, document)?;
            write::functions(f, document)?;
            f.write_str(schemas.next().map_or("", String::as_str))?;
            paths::functions(f, document)?;
        }
        for helper in called(&self.helpers) {
            write!(f, "\n{}", helper.text(self.sdk))?;
        }
        Ok(())
    }
}

/// These, and all that they call.
fn called(helpers: &BTreeSet<TypeScriptHelper>) -> BTreeSet<TypeScriptHelper> {
    let mut all = BTreeSet::new();
    let mut open: Vec<TypeScriptHelper> = helpers.iter().copied().collect();
    while let Some(helper) = open.pop() {
        if all.insert(helper) {
            open.extend(helper.calls());
        }
    }
    all
}
