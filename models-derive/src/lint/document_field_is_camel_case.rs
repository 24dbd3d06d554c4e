//! # `document_field_is_camel_case`
//!
//! A field is in camel case in its document: `createdAt`. It is the field's
//! name in Rust, put into camel case, or what `#[model(field = "..")]` says.
//!
//! Clients in JavaScript, Kotlin and Swift read the document as it is. A name
//! of letters and digits needs no quotes there, nor in rules and queries.

use super::collection_is_camel_case::{is_camel_case, to_camel_case};
use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::Model;

pub(super) const CONVENTION: Convention =
    Convention { name: "document_field_is_camel_case", check };

fn check(model: &Model, findings: &mut Findings) {
    for field in model.fields.iter().filter(|field| field.is_in_the_body(model)) {
        let name = field.document_name();
        let is_fine = is_camel_case(&name)
            || super::document_name_is_legal::wrong(&name).is_some()
            || (field.document.is_none() && field.may_declare("field"));
        if is_fine {
            continue;
        }
        let better = to_camel_case(&name);
        let fix = match field.document {
            Some(_) => format!("write `field = \"{better}\"`"),
            None => format!("rename it, or add `#[model(field = \"{better}\")]`"),
        };
        findings.about(
            &field.name,
            Diagnostic::new(
                field.document_at(),
                format!("the document field `{name}` is not in camel case"),
            )
            .why("every client would have to spell it differently from its neighbours")
            .fix(fix),
        );
    }
}
