//! The converter.

use std::fmt::{self, Formatter};

use crate::firestore::collection::Location;
use crate::firestore::text::quote::JsonText;
use crate::firestore::typescript::Sdk;
use crate::firestore::typescript::document::TypedDocument;
use crate::firestore::typescript::names;
use crate::firestore::typescript::property::{Property, Reading, Writing};
use crate::firestore::typescript::value::server_time;

pub(super) fn converter(f: &mut Formatter<'_>, document: &TypedDocument<'_>) -> fmt::Result {
    let TypedDocument { name, lower, .. } = document;
    write!(
        f,
        "
/** Reads and writes a `{name}`. */
export const {lower}Converter: firestore.FirestoreDataConverter<{name}, {name}Fields> = {{
"
    )?;
    to_firestore(f, document)?;
    from_firestore(f, document)?;
    f.write_str("};\n")
}

fn to_firestore(f: &mut Formatter<'_>, document: &TypedDocument<'_>) -> fmt::Result {
    let name = &document.name;
    let options =
        if document.created().is_some() { "\n    options?: firestore.SetOptions," } else { "" };
    write!(
        f,
        "  toFirestore(
    model: firestore.PartialWithFieldValue<{name}>,{options}
  ): firestore.WithFieldValue<{name}Fields> {{
    return written({{
"
    )?;
    let now = server_time(document.sdk);
    for property in document.body() {
        let key = names::PropertyName(&property.name);
        let value = names::OwnProperty("model", &property.name);
        match property.writing {
            Writing::Updated => writeln!(f, "      {key}: {now},")?,
            Writing::Created => {
                writeln!(
                    f,
                    "      {key}: {value} ?? (options === undefined ? {now} : undefined),"
                )?;
            }
            Writing::Never | Writing::Once | Writing::Always => {
                writeln!(f, "      {key}: {value},")?;
            }
        }
    }
    write!(f, "    }}) as firestore.WithFieldValue<{name}Fields>;\n  }},\n")
}

fn from_firestore(f: &mut Formatter<'_>, document: &TypedDocument<'_>) -> fmt::Result {
    let name = &document.name;
    match document.sdk {
        Sdk::Web => write!(
            f,
            "  fromFirestore(
    snapshot: firestore.QueryDocumentSnapshot,
    options?: firestore.SnapshotOptions,
  ): {name} {{
    const values = snapshot.data({{ ...options, serverTimestamps: \"estimate\" }});
"
        )?,
        Sdk::Admin => write!(
            f,
            "  fromFirestore(snapshot: firestore.QueryDocumentSnapshot): {name} {{
    const values = snapshot.data();
"
        )?,
    }
    let collections: Vec<String> =
        document.steps.iter().map(|(name, _)| JsonText(name).to_string()).collect();
    write!(
        f,
        "    const path = snapshot.ref.path;
    const ids = idsOf(path, [{}]);
    return {{
",
        collections.join(", ")
    )?;
    for property in &document.properties {
        read(f, property, document)?;
    }
    f.write_str("    };\n  },\n")
}

fn read(
    f: &mut Formatter<'_>,
    property: &Property<'_>,
    document: &TypedDocument<'_>,
) -> fmt::Result {
    let key = names::PropertyName(&property.name);
    let levels = match property.location {
        Location::Id => 0,
        Location::Ancestor(levels) => levels,
        Location::Body(_) => {
            let reading = document.reading(property);
            let call = reading.call(property);
            return match reading {
                Reading::Optional => writeln!(f, "      ...{call},"),
                Reading::Required | Reading::Or(_) => writeln!(f, "      {key}: {call},"),
            };
        }
    };
    writeln!(f, "      {key}: ids[{}],", document.steps.len().saturating_sub(levels + 1))
}
