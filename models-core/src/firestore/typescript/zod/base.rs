//! What a value is, before any rule: what the converter takes.

use crate::firestore::typescript::Sdk;
use crate::firestore::typescript::enums::EnumTypes;
use crate::firestore::typescript::helper::TypeScriptHelper;
use crate::firestore::typescript::kind::TsType;
use crate::schema::{Type, TypeParameter};

/// A piece of the text, and what it calls.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) helpers: Vec<TypeScriptHelper>,
}

/// The schema of a type.
pub(super) fn of(kind: &Type, sdk: Sdk, enums: &EnumTypes<'_>) -> Piece {
    let plain = |text: String| Piece { text, helpers: Vec::new() };
    if let TypeParameter::Labels(of) = kind.parameter() {
        return plain(match enums.names(of) {
            Some((_, labels)) => format!("z.enum({labels})"),
            None => "z.string()".to_owned(),
        });
    }
    if let Some(zod) = kind.document().and_then(|document| document.typescript.zod) {
        return plain(zod.to_owned());
    }
    // `z.number()` refuses the infinities, which a document holds.
    match TsType::of(kind, sdk, enums) {
        Some(kind) => {
            let text = format!("z.custom<{}>(accepts(() => {}))", kind.name, kind.reader);
            let mut helpers = kind.helpers;
            helpers.push(TypeScriptHelper::Accepts);
            Piece { text, helpers }
        }
        None => plain("z.never()".to_owned()),
    }
}
