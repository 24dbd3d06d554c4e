//! What a writer calls before it writes.

use std::fmt::{self, Formatter};

use crate::firestore::typescript::document::TypedDocument;
use crate::firestore::typescript::names;
use crate::firestore::typescript::property::Writing;
use crate::firestore::typescript::value::{DefaultValue, server_time};

pub(super) fn functions(f: &mut Formatter<'_>, document: &TypedDocument<'_>) -> fmt::Result {
    if document.may_be_made {
        new(f, document)?;
    }
    if document.may_be_changed { patch(f, document) } else { Ok(()) }
}

fn new(f: &mut Formatter<'_>, document: &TypedDocument<'_>) -> fmt::Result {
    let name = &document.name;
    write!(
        f,
        "
/** A new `{name}`, for `setDoc` and its like. */
export function new{name}(
  fields: firestore.WithFieldValue<New{name}>,
): firestore.WithFieldValue<{name}> {{
  return {{
    ...fields,
"
    )?;
    for property in document.body() {
        let default = match (&property.default, property.writing) {
            (Some(DefaultValue::Constant(value)), Writing::Once | Writing::Always) => value,
            (Some(DefaultValue::Now), Writing::Once | Writing::Always) => server_time(document.sdk),
            _ => continue,
        };
        let key = names::PropertyName(&property.name);
        let value = names::OwnProperty("fields", &property.name);
        writeln!(f, "    {key}: {value} ?? {default},")?;
    }
    write!(f, "  }} as firestore.WithFieldValue<{name}>;\n}}\n")
}

fn patch(f: &mut Formatter<'_>, document: &TypedDocument<'_>) -> fmt::Result {
    let TypedDocument { name, lower, .. } = document;
    write!(
        f,
        "
/** Changes to a `{name}`, for `updateDoc` and its like. */
export function {lower}Patch(changes: {name}Patch): firestore.UpdateData<{name}Fields> {{
  return written({{
    ...changes,
"
    )?;
    for property in document.body().filter(|property| property.writing == Writing::Updated) {
        writeln!(f, "    {}: {},", names::PropertyName(&property.name), server_time(document.sdk))?;
    }
    write!(f, "  }}) as firestore.UpdateData<{name}Fields>;\n}}\n")
}
